package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in CBOR:
 *
 * <pre>
 *   {"answers": nonce, "journals": [{"journal": hex, "upTo": n, "stored": [[first, last], …], "hash": bytes,
 *     "rejected": {"number": "reason", …}}, …]}
 * </pre>
 *
 * where {@code answers}, {@code hash} and {@code rejected} may be absent. Unknown fields are passed over, so that a newer
 * service may say more to an older agent.
 */
public final class ReceiptCodec {

    private static final int MOST_JOURNALS = 100;

    private ReceiptCodec() {}

    public static byte[] encode(Receipt receipt) {
        return CborMessages.write(generator -> {
            generator.writeStartObject();
            if (receipt.answers().isPresent()) {
                generator.writeNumberField("answers", receipt.answers().get().value());
            }
            generator.writeArrayFieldStart("journals");
            for (Receipt.OfJournal journal : receipt.journals()) {
                write(generator, journal);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private static void write(CBORGenerator generator, Receipt.OfJournal journal) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("journal", journal.journal().value());
        generator.writeNumberField("upTo", journal.upTo());
        generator.writeArrayFieldStart("stored");
        for (NumberRange range : journal.stored().ranges()) {
            generator.writeStartArray(range, 2);
            generator.writeNumber(range.first());
            generator.writeNumber(range.last());
            generator.writeEndArray();
        }
        generator.writeEndArray();
        if (journal.watermarkHash().isPresent()) {
            generator.writeBinaryField("hash", journal.watermarkHash().get().bytes());
        }
        if (!journal.rejected().isEmpty()) {
            generator.writeObjectFieldStart("rejected");
            for (Map.Entry<Long, Rejection> rejected : new TreeMap<>(journal.rejected()).entrySet()) {
                generator.writeStringField(rejected.getKey().toString(), rejected.getValue().code());
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    public static Decoded<Receipt> decode(byte[] content) {
        return CborMessages.read(content, ReceiptCodec::read);
    }

    private static Receipt read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        Optional<Nonce> answers = Optional.empty();
        List<Receipt.OfJournal> journals = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "answers" -> answers = Optional.of(new Nonce(parser.getLongValue()));
                case "journals" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        if (journals.size() == MOST_JOURNALS) {
                            throw new Refusal(Rejection.TOO_LARGE, "more than " + MOST_JOURNALS + " journals");
                        }
                        journals.add(readJournal(parser));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new Receipt(answers, journals);
    }

    private static Receipt.OfJournal readJournal(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        @Nullable
        JournalId journal = null;
        long upTo = 0;
        List<NumberRange> stored = new ArrayList<>();
        Optional<Sha256> hash = Optional.empty();
        Map<Long, Rejection> rejected = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "journal" -> journal = new JournalId(CborMessages.text(parser));
                case "upTo" -> upTo = parser.getLongValue();
                case "stored" -> readRanges(parser, stored);
                case "hash" -> hash = Optional.of(Sha256.ofBytes(parser.getBinaryValue()));
                case "rejected" -> readRejected(parser, rejected);
                default -> parser.skipChildren();
            }
        }
        if (journal == null) {
            throw Refusal.malformed("a receipt that names no journal");
        }
        return new Receipt.OfJournal(journal, upTo, new NumberSet(stored), hash, rejected);
    }

    private static void readRanges(JsonParser parser, List<NumberRange> stored) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            CborMessages.expect(parser, JsonToken.START_ARRAY);
            stored.add(new NumberRange(parser.nextLongValue(0), parser.nextLongValue(0)));
            if (parser.nextToken() != JsonToken.END_ARRAY || stored.size() > Receipt.OfJournal.MOST_RANGES) {
                throw Refusal.malformed("stored ranges are at most " + Receipt.OfJournal.MOST_RANGES
                        + " pairs of numbers");
            }
        }
    }

    private static void readRejected(JsonParser parser, Map<Long, Rejection> rejected) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            long number = RecordCodec.natural(parser.currentName());
            parser.nextToken();
            // A reason from a newer service: that it was rejected is what matters.
            rejected.put(number, Rejection.ofCode(CborMessages.text(parser)).orElse(Rejection.MALFORMED));
        }
    }
}

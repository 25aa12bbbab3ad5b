package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Rejection;

/** A question in CBOR: {@code {"nonce": n, "journals": [hex, …]}}. Unknown fields are passed over. */
public final class QuestionCodec {

    private QuestionCodec() {}

    public static byte[] encode(Question question) {
        return CborMessages.write(generator -> {
            generator.writeStartObject();
            generator.writeNumberField("nonce", question.nonce().value());
            generator.writeArrayFieldStart("journals");
            for (JournalId journal : question.journals()) {
                generator.writeString(journal.value());
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    public static Decoded<Question> decode(byte[] content) {
        return CborMessages.read(content, QuestionCodec::read);
    }

    private static Question read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        Optional<Nonce> nonce = Optional.empty();
        List<JournalId> journals = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "nonce" -> nonce = Optional.of(new Nonce(parser.getLongValue()));
                case "journals" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        if (journals.size() == Question.MOST_JOURNALS) {
                            throw new Refusal(Rejection.TOO_LARGE,
                                    "more than " + Question.MOST_JOURNALS + " journals");
                        }
                        journals.add(new JournalId(CborMessages.text(parser)));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new Question(nonce.orElseThrow(() -> Refusal.malformed("a question without a nonce")), journals);
    }
}

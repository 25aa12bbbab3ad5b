package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The frame of the small messages that are one CBOR map each. */
final class CborMessages {

    private static final CBORFactory FORMAT = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(6).maxStringLength(256)
                    .maxNameLength(64).maxDocumentLength(1L << 20).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private CborMessages() {}

    interface Writing {
        void to(CBORGenerator generator) throws IOException;
    }

    interface Reading<T> {
        T from(JsonParser parser) throws IOException, Refusal;
    }

    static byte[] write(Writing message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (CBORGenerator generator = FORMAT.createGenerator(bytes)) {
            message.to(generator);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> Decoded<T> read(byte[] content, Reading<T> reading) {
        try (JsonParser parser = FORMAT.createParser(content)) {
            parser.nextToken();
            T message = reading.from(parser);
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw Refusal.malformed("a message is one map, and nothing after it");
            }
            return new Decoded.Ok<>(message);
        } catch (Refusal refusal) {
            return refusal.asValue();
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return Refusal.malformed(String.valueOf(e.getMessage())).asValue();
        }
    }

    static void expect(JsonParser parser, JsonToken token) throws Refusal {
        if (parser.currentToken() != token) {
            throw Refusal.malformed("expected " + token + ", got " + parser.currentToken());
        }
    }

    static String text(JsonParser parser) throws IOException, Refusal {
        expect(parser, JsonToken.VALUE_STRING);
        return parser.getText();
    }
}

package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class SenmlTest {

    /** The RFC's packs lie beside the checkout and not in it; without them their tests are skipped by name. */
    private static final Path PACKS = Path.of("../../shared/data/senml");

    private static final BigDecimal NOW = new BigDecimal("1763776800");

    /** Those whose times are relative: their resolved forms hold the moment at which somebody resolved them. */
    private static final List<String> RELATIVE = List.of("ex1", "ex2", "ex7", "ex9");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ex1", "ex2", "ex3", "ex4", "ex5", "ex6", "ex7", "ex8", "ex9", "ex10", "ex11", "ex12"})
    void readsThePacksOfRfc8428AsTheyAreResolvedThere(String example) throws IOException {
        assumeTrue(Files.isDirectory(PACKS), "the RFC's packs are not here: " + PACKS);
        List<Senml.Resolved> resolved = decode(Files.readAllBytes(PACKS.resolve(example + ".json")));
        List<Senml.Resolved> expected = decode(Files.readAllBytes(PACKS.resolve(example + ".gen.resolved.json")));
        // The published form of example 7 leaves out its record of data.
        List<Senml.Resolved> comparable = resolved.stream()
                .filter(record -> !(example.equals("ex7") && record.value() instanceof Senml.Value.Data)).toList();
        assertThat(told(comparable, example)).isEqualTo(told(expected, example));
    }

    @Test
    void readsThirteenActuationsOfRfc8428() throws IOException {
        assumeTrue(Files.isDirectory(PACKS), "the RFC's packs are not here: " + PACKS);
        assertThat(decode(Files.readAllBytes(PACKS.resolve("ex13.json")))).hasSize(4).last()
                .extracting(Senml.Resolved::seconds).isEqualTo(new BigDecimal("1320078429.1"));
    }

    @Test
    void jsonAndCborOfTheSamePackAreTheSame() throws IOException {
        assumeTrue(Files.isDirectory(PACKS), "the RFC's packs are not here: " + PACKS);
        try (Stream<Path> files = Files.list(PACKS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                byte[] json = Files.readAllBytes(file);
                assertThat(decode(asCbor(json))).as(file.getFileName().toString()).usingRecursiveComparison()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class).isEqualTo(decode(json));
            }
        }
    }

    @Test
    void timesBelowTwoToTheTwentyEightAreRelativeToNow() {
        assertThat(decode("[{\"n\":\"a\",\"t\":-5,\"v\":1}]")).extracting(Senml.Resolved::seconds)
                .containsExactly(NOW.subtract(BigDecimal.valueOf(5)));
    }

    @Test
    void theBaseValueIsAdded() {
        assertThat(decode("[{\"n\":\"a\",\"bv\":20,\"v\":1.5}]")).extracting(Senml.Resolved::value)
                .containsExactly(new Senml.Value.Quantity(new BigDecimal("21.5")));
    }

    @Test
    void aRecordMayHaveNoUnit() {
        assertThat(decode("[{\"n\":\"a\",\"vb\":true}]")).extracting(Senml.Resolved::unit)
                .containsExactly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | MALFORMED", "[ | MALFORMED", "[{\"n\":\"a\"}] | MALFORMED",
        "[{\"n\":\"a\",\"v\":1,\"vb\":true}] | MALFORMED", "[{\"v\":1}] | MALFORMED",
        "[{\"n\":\"_a\",\"v\":1}] | MALFORMED", "[{\"n\":\"a\",\"v\":\"1\"}] | MALFORMED",
        "[{\"n\":\"a\",\"v\":1e999999999}] | MALFORMED", "[{\"n\":\"a\",\"v\":NaN}] | MALFORMED",
        "[{\"n\":\"a\",\"v\":1,\"v\":2}] | MALFORMED", "[{\"n\":\"a\",\"v\":1,\"x_\":2}] | MALFORMED",
        "[{\"bver\":11,\"n\":\"a\",\"v\":1}] | UNKNOWN_VERSION", "[[[[[[]]]]]] | MALFORMED"})
    void badJsonIsRefusedWithItsReason(String json, Rejection reason) {
        assertThat(refused(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NaN, 81a20061610 2f97e00, NOT_A_TEMPERATURE", "infinity, 81a2006161 02f97c00, NOT_A_TEMPERATURE",
        "an exponent that would fill the memory, 81a2006161 02c4821a7fffffff01, MALFORMED",
        "an array without an end, 9f, MALFORMED", "a length beyond the bytes, 9a7fffffff, MALFORMED"})
    void badCborIsRefusedWithItsReason(String name, String hex, Rejection reason) {
        assertThat(refused(HexFormat.of().parseHex(hex.replace(" ", "")))).isEqualTo(reason);
    }

    private static List<Senml.Resolved> decode(String json) {
        return decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Senml.Resolved> decode(byte[] pack) {
        return Senml.decode(pack, NOW).orThrow();
    }

    private static Rejection refused(byte[] pack) {
        return switch (Senml.decode(pack, NOW)) {
            case Decoded.Ok<List<Senml.Resolved>>(List<Senml.Resolved> value) -> throw new AssertionError(value);
            case Decoded.Refused<List<Senml.Resolved>>(Rejection reason, String detail) -> reason;
        };
    }

    private static List<String> told(List<Senml.Resolved> records, String example) {
        return records.stream().map(record -> record.name() + " " + record.unit().orElse("") + " "
                + (RELATIVE.contains(example) ? "now" : record.seconds().stripTrailingZeros().toPlainString()) + " "
                + (record.value() instanceof Senml.Value.Quantity(BigDecimal number)
                        ? number.stripTrailingZeros().toPlainString()
                        : record.value().toString()))
                .toList();
    }

    private static final Map<String, Integer> LABELS = Map.ofEntries(Map.entry("bver", -1), Map.entry("bn", -2),
            Map.entry("bt", -3), Map.entry("bu", -4), Map.entry("bv", -5), Map.entry("n", 0), Map.entry("u", 1),
            Map.entry("v", 2), Map.entry("vs", 3), Map.entry("vb", 4), Map.entry("t", 6), Map.entry("vd", 8));

    private static byte[] asCbor(byte[] json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonParser parser = new JsonFactory().createParser(json);
                CBORGenerator generator = new CBORFactory().createGenerator(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_ARRAY -> generator.writeStartArray();
                    case END_ARRAY -> generator.writeEndArray();
                    case START_OBJECT -> generator.writeStartObject();
                    case END_OBJECT -> generator.writeEndObject();
                    case FIELD_NAME -> {
                        Integer label = LABELS.get(parser.currentName());
                        if (label == null) {
                            generator.writeFieldName(parser.currentName());
                        } else {
                            generator.writeFieldId(label);
                        }
                    }
                    case VALUE_STRING -> {
                        if ("vd".equals(parser.currentName())) {
                            generator.writeBinary(
                                    parser.getBinaryValue(com.fasterxml.jackson.core.Base64Variants.MODIFIED_FOR_URL));
                        } else {
                            generator.writeString(parser.getText());
                        }
                    }
                    case VALUE_NUMBER_INT -> generator.writeNumber(parser.getLongValue());
                    case VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getDoubleValue());
                    case VALUE_TRUE, VALUE_FALSE -> generator.writeBoolean(parser.getBooleanValue());
                    case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> throw new IOException("not in a pack");
                }
            }
        }
        return bytes.toByteArray();
    }
}

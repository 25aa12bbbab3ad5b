package org.gardefroid.vaccines.gs1;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The vectors of GS1's own engine: how many of how many agree, and by name every one that does not. */
class Gs1VectorsTest {

    /** They lie beside the checkout and not in it; without them these tests are skipped by name. */
    private static final Path VECTORS = Path.of("../../shared/data/gs1");

    @Test
    void seventyNineOfSeventyNineElementStringsAreJudgedAlike() throws IOException {
        List<Vector> cases = cases("unbracketed_ai_validity.json");
        assertThat(cases).hasSize(79);
        assertThat(disagreeing(cases, each -> isRead(each.text("unbracketed")) == each.isValid())).isEmpty();
    }

    @Test
    void twentySevenOfTwentySevenBracketedTextsGiveTheSameElements() throws IOException {
        List<Vector> cases = cases("bracketed_ai_to_unbracketed.json");
        assertThat(cases).hasSize(27);
        assertThat(disagreeing(cases, each -> each.isValid()
                ? ScanReader.elements(each.text("bracketed")).equals(ScanReader.elements(each.text("unbracketed")))
                : !isRead(each.text("bracketed")))).isEmpty();
    }

    /**
     * Countries are not looked up by their numbers. Signatures are padded to whole groups of four characters, as base64 is
     * (RFC 4648), where the engine wants three.
     */
    @Test
    void ninetySixOfNinetyNineContentsAreJudgedAlikeAndTheRestAreTwoCountryNumbersAndOnePadding() throws IOException {
        List<Vector> cases = cases("linter_errors.json");
        assertThat(cases).hasSize(99);
        assertThat(disagreeing(cases, each -> isRead(each.text("bracketed")) == each.isValid()))
                .containsExactly("(8030)123=", "(426)987", "(7030)987ABC");
    }

    /** GS1's dictionary of errors has no coupon that is good; these are built by its description of the fields. */
    @Test
    void aWholeCouponIsRead() {
        assertThat(isRead("(8110)012345612345611110123")).isTrue();
        assertThat(isRead("(8110)0123456123456111101231011012390")).isFalse();
        assertThat(isRead("(8110)01234561234561111012310110123932012314201001")).isTrue();
        assertThat(isRead("(8112)001234561234560123456")).isTrue();
    }

    /**
     * The engine has switches, and the file has the same address judged with and without: ours fills a shorter article
     * number up to a GTIN, knows no unlisted identifier, and no names for keys (gtin, sscc).
     */
    @Test
    void oneHundredAndNineOfOneHundredAndEighteenAddressesAreJudgedAlikeAndTheRestHangOnASwitch() throws IOException {
        List<Vector> cases = cases("digital_link_to_ai.json");
        assertThat(cases).hasSize(118);
        assertThat(disagreeing(cases, each -> each.isValid()
                ? isRead(each.text("uri"))
                        && ScanReader.elements(each.text("uri")).equals(ScanReader.elements(each.text("unbracketed")))
                : !isRead(each.text("uri")))).containsExactly("https://a/gtin/12312312312333",
                        "https://a/gtin/12312312312333/ser/ABC123", "https://a/sscc/006141411234567890",
                        "https://a/01/2112345678900", "https://a/01/416000336108", "https://a/01/02345673",
                        "https://a/8004/9520614141234567?01=2112345678900",
                        "https://a/8004/9520614141234567?01=02345673",
                        "https://example.com/01/09520123456788?99=XYZ&89=ABC123");
    }

    /** One case of a file, its fields as they stand there. */
    private record Vector(Map<String, String> fields) {

        String text(String field) {
            return Objects.requireNonNull(fields.get(field), field);
        }

        boolean isValid() {
            return fields.getOrDefault("valid", "").equals("true")
                    || fields.getOrDefault("linter_result", "").equals("GS1_LINTER_OK");
        }

        String input() {
            return Stream.of("bracketed", "uri", "unbracketed").filter(fields::containsKey).map(this::text).findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> disagreeing(List<Vector> cases, Predicate<Vector> agrees) {
        return cases.stream().filter(agrees.negate()).map(Vector::input).toList();
    }

    private static boolean isRead(String text) {
        try {
            ScanReader.elements(text);
            return true;
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static List<Vector> cases(String file) throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "GS1's vectors are not here: " + VECTORS);
        List<Vector> cases = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(VECTORS.resolve(file).toFile())) {
            Map<String, String> open = new HashMap<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open = new HashMap<>();
                } else if (token == JsonToken.END_OBJECT && open.containsKey(file.startsWith("linter")
                        ? "linter_result"
                        : "valid")) {
                    cases.add(new Vector(open));
                    open = new HashMap<>();
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && parser.currentName() != null) {
                    open.put(parser.currentName(), parser.getText());
                }
            }
        }
        return cases;
    }
}

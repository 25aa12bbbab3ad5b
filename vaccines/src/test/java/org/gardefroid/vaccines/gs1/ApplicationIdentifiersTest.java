package org.gardefroid.vaccines.gs1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ApplicationIdentifiersTest {

    private static final Path DICTIONARY = Path.of("../../shared/data/gs1/gs1-syntax-dictionary.txt");

    @Test
    void noIdentifierIsTheBeginningOfAnother() {
        var all = new TreeSet<>(ApplicationIdentifiers.all().keySet());
        for (String each : all) {
            assertThat(all.tailSet(each, false).stream().filter(other -> other.startsWith(each))).as(each).isEmpty();
        }
    }

    @Test
    void identifiersLengthsCharactersAndSeparatorsAreThoseOfGs1sDictionary() throws IOException {
        assumeTrue(Files.isRegularFile(DICTIONARY), "GS1's dictionary is not here: " + DICTIONARY);
        Map<String, String> theirs = new HashMap<>();
        for (String line : Files.readAllLines(DICTIONARY)) {
            var entry = Pattern.compile("^(\\d+)(?:-(\\d+))?\\s+([*?]*)\\s*((?:\\[?[NXYZ][.\\d]+]?\\S*\\s*)+).*")
                    .matcher(line);
            if (entry.matches()) {
                String first = entry.group(1);
                int last = Integer.parseInt(entry.group(2) == null ? first : entry.group(2));
                for (int each = Integer.parseInt(first); each <= last; each++) {
                    theirs.put(first.startsWith("0") ? "0" + each : Integer.toString(each),
                            entry.group(3).contains("*") + " " + entry.group(4).strip()
                                    .replaceAll(",[\\w,]+", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(theirs).hasSizeGreaterThan(400);
        Map<String, String> ours = new HashMap<>();
        ApplicationIdentifiers.all().forEach((digits, each) -> ours.put(digits, told(each)));
        assertThat(ours).isEqualTo(theirs);
    }

    private static String told(ApplicationIdentifier identifier) {
        StringBuilder told = new StringBuilder().append(identifier.hasPredefinedLength());
        for (Component each : identifier.components()) {
            String letter = switch (each.characters()) {
                case NUMERIC -> "n";
                case SET_82 -> "x";
                case SET_39 -> "y";
                case SET_64 -> "z";
            };
            String shape = letter + (each.shortest() == each.longest() ? "" : "..") + each.longest();
            told.append(' ').append(each.optional() ? "[" + shape + "]" : shape);
        }
        return told.toString();
    }

    @Test
    void theCheckPairOfAModelNumberIsThatOfGs1sExample() {
        assertThat(CheckDigits.endsWithItsPair("1987654Ad4X4bL5ttr2310c2K")).isTrue();
        assertThat(CheckDigits.endsWithItsPair("1987654Ad4X4bL5ttr2310cK2")).isFalse();
    }
}

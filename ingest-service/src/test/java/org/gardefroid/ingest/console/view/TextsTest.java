package org.gardefroid.ingest.console.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TextsTest {

    private static final Pattern HOLE = Pattern.compile("\\{\\d}");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9.-]+)\"");

    private final Texts french = Words.texts(Language.FRENCH);
    private final Texts english = Words.texts(Language.ENGLISH);

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(english.keys()).isEqualTo(french.keys());
    }

    @Test
    void bothLanguagesTellTheSameThings() {
        for (String key : french.keys()) {
            assertThat(holes(english.of(key))).as(key).isEqualTo(holes(french.of(key)));
            assertThat(HOLE.matcher(french.of(key) + english.of(key)).replaceAll("")).as(key).doesNotContain("{", "}");
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThere() {
        Set<String> asked = found(SAID);
        assertThat(asked).hasSizeGreaterThan(30);
        assertThat(french.keys()).containsAll(asked);
    }

    @Test
    void noTextIsThereThatNobodyAsksFor() {
        Set<String> named = found(LITERAL);
        assertThat(french.keys()).allMatch(key -> named.contains(key)
                || named.stream().anyMatch(begun -> key.startsWith(begun.endsWith(".") ? begun : begun + ".")));
    }

    @Test
    void everyStandingAndEveryCauseHasItsWord() {
        for (Standing standing : Standing.values()) {
            assertThat(french.keys()).contains("standing." + standing.code(), "summary." + standing.code());
        }
        for (Cause cause : Cause.values()) {
            assertThat(french.keys()).contains("cause." + cause.code());
        }
    }

    private static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return Stream.of("src/main/jte", "src/main/java/org/gardefroid/ingest/console")
                .flatMap(folder -> files(Path.of(folder)).stream())
                .flatMap(text -> pattern.matcher(text).results().map(result -> result.group(1)))
                .collect(Collectors.toSet());
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(TextsTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

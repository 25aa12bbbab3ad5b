package org.gardefroid.hardware.ssd1306;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TextScreenTest {

    @Test
    void lettersStandWhereTheirColumnAndLineAre() {
        Frame frame = TextScreen.frame(List.of("", " L"));

        assertThat(frame.isLit(6, 18)).isTrue(); // the stroke of the L, second column, second line
        assertThat(frame.isLit(6, 31)).isTrue();
        assertThat(frame.isLit(10, 31)).isTrue(); // its foot
        assertThat(frame.isLit(10, 18)).isFalse();
    }

    @Test
    void smallLettersAreCapitalsAndAccentsAreAbove() {
        assertThat(pages(TextScreen.frame(List.of("e")))).isEqualTo(pages(TextScreen.frame(List.of("E"))));
        assertThat(pages(TextScreen.frame(List.of("é")))).isNotEqualTo(pages(TextScreen.frame(List.of("E"))));
        assertThat(TextScreen.frame(List.of("é")).isLit(3, 0)).isTrue();
    }

    @Test
    void whatCannotBeDrawnIsAQuestionMarkAndWhatIsTooLongIsCut() {
        assertThat(pages(TextScreen.frame(List.of("∞")))).isEqualTo(pages(TextScreen.frame(List.of("?"))));
        assertThat(pages(TextScreen.frame(List.of("x".repeat(21), "", "", "", "y"))))
                .isEqualTo(pages(TextScreen.frame(List.of("x".repeat(20)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texts.properties", "Texts_en.properties"})
    void everyWordThatTheBoxShowsCanBeDrawn(String file) throws IOException {
        Path texts = Path.of("../edge-agent/src/main/resources/org/gardefroid/edge/face", file);
        Set<Character> letters = Files.readAllLines(texts).stream().filter(line -> line.matches("(word|display)\\..*"))
                .flatMap(line -> line.substring(line.indexOf('=') + 1).chars().mapToObj(each -> (char) each))
                .collect(Collectors.toSet());

        assertThat(letters).hasSizeGreaterThan(20).allMatch(Letters::knows);
    }

    @Test
    void aDisplayThatIsPulledOutIsAFaultAndShowsAgainWhenItIsBack() {
        AtomicBoolean isThere = new AtomicBoolean(true);
        AtomicInteger written = new AtomicInteger();
        TextScreen screen = new TextScreen(new Ssd1306((bytes, read) -> {
            if (!isThere.get()) {
                throw BusException.notAnswering("the display");
            }
            written.incrementAndGet();
            return new byte[read];
        }));
        screen.show(List.of("BON"));
        await().until(() -> written.get() == 17); // set up, then two transfers a page
        isThere.set(false);
        screen.show(List.of("BON"));
        await().until(() -> screen.fault().equals(Optional.of(ProbeFault.DISCONNECTED)));
        isThere.set(true);
        screen.show(List.of("BON"));
        await().until(() -> screen.fault().isEmpty() && written.get() == 34);
    }

    private static List<String> pages(Frame frame) {
        return java.util.stream.IntStream.range(0, Frame.HEIGHT / 8)
                .mapToObj(page -> java.util.HexFormat.of().formatHex(frame.page(page))).toList();
    }
}

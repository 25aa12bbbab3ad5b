package org.gardefroid.edge.training;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.hardware.StatusLight.Colour;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingScreenTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void thePictureFitsATerminalAsItOpensAndShowsEachKey(String language) {
        Texts texts = Texts.in(Locale.of(language), Texts.USUAL_ZONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TrainingScreen screen = new TrainingScreen(texts, () -> 1_000, () -> "00:12:34",
                new PrintStream(out, true, StandardCharsets.UTF_8));
        screen.pulse(Colour.AMBER);
        screen.show(List.of("ATTENTION   10:00:00", "4,6 °C  tient 1 h 20", "flacon 3 : 27 min", "couvercle ouvert"));
        screen.draw(texts.say("training.page", 65_535, "123456"), 600, Arrays.stream(Move.values())
                .map(move -> move.words(false)).collect(Collectors.joining(", ")),
                Optional.of("(01)02000000000022(17)401231(10)EX1(21)12345678901234567890"));

        List<String> lines = out.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").lines()
                .toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
        for (Move move : Move.values()) {
            assertThat(lines).anyMatch(line -> line.contains(" " + move.key() + "  " + texts.say("training.key."
                    + move.name())));
        }
    }
}

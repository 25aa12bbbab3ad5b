package org.gardefroid.edge.training;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gardefroid.edge.training.TrainingScript.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrainingScriptTest {

    @Test
    void hasItsStepsInTheOrderOfTheirTimes() {
        assertThat(TrainingScript.parse(List.of("# a morning", "2m lid closed", "", "12s lid open  # gloves")).steps())
                .containsExactly(new Step(Duration.ofSeconds(12), Move.LID, false),
                        new Step(Duration.ofMinutes(2), Move.LID, true));
    }

    @Test
    void aScanIsFollowedByWhatTheScannerSends() {
        assertThat(TrainingScript.parse(List.of("5m scan (01)02000000000022(10)EX1")).steps())
                .containsExactly(new Step(Duration.ofMinutes(5), Move.SCAN, false, "(01)02000000000022(10)EX1"));
        assertThatThrownBy(() -> TrainingScript.parse(List.of("5m scan"))).hasMessageContaining("scan CODE");
    }

    @Test
    void whatItDoesNotKnowIsToldWithItsLineAndWhatThereIs() {
        assertThatThrownBy(() -> TrainingScript.parse(List.of("1s lid open", "3s lid ajar")))
                .hasMessageContaining("line 2").hasMessageContaining("3s lid ajar").hasMessageContaining("ice melted");
        assertThatThrownBy(() -> TrainingScript.parse(List.of("soon lid open"))).hasMessageContaining("90s, 10m or 2h");
    }

    @Test
    void eachMoveHasAKeyAndWordsOfItsOwn() {
        assertThat(new HashSet<>(Stream.of(Move.values()).map(Move::key).toList())).hasSize(Move.values().length);
        assertThat(new HashSet<>(Stream.of(Move.values()).map(move -> move.words(false)).toList()))
                .hasSize(Move.values().length);
    }

    @Test
    void headlessItWantsToKnowWhenToEndAndBadNumbersNameTheirLimits() {
        assertThatThrownBy(() -> TrainingOptions.parse("--headless")).hasMessageContaining("--duration");
        assertThatThrownBy(() -> TrainingOptions.parse("--speed", "601")).hasMessageContaining("from 1 to 600");
        assertThatThrownBy(() -> TrainingOptions.parse("--script", "/nowhere")).hasMessageContaining("no such file");
    }
}

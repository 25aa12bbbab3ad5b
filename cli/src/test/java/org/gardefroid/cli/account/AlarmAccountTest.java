package org.gardefroid.cli.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmAccountTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Due DUE = new Due("excursion", "fridge", "fridge-produit", NINE, NINE.plusSeconds(3_600));

    private static Stored.Raised raised(long id, String kind, Instant since) {
        return new Stored.Raised(id, kind, "fridge", since, Optional.empty(), true);
    }

    @Test
    void anAlarmThatBeginsInItsTimeIsRight() {
        AlarmAccount account = AlarmAccount.of(List.of(DUE), List.of(raised(1, "excursion", NINE.plusSeconds(60))));
        assertThat(account.missed()).isEmpty();
        assertThat(account.wrong()).isEmpty();
    }

    @Test
    void anAlarmThatWasDueAndNotRaisedIsMissed() {
        assertThat(AlarmAccount.of(List.of(DUE), List.of()).missed()).containsExactly(DUE);
    }

    @Test
    void anAlarmOfAnotherKindOrTimeIsFalseAndTheDueOneMissed() {
        for (Stored.Raised wrong : List.of(raised(1, "door", NINE), raised(1, "excursion", NINE.minusSeconds(7_200)))) {
            AlarmAccount account = AlarmAccount.of(List.of(DUE), List.of(wrong));
            assertThat(account.wrong()).containsExactly(wrong);
            assertThat(account.missed()).containsExactly(DUE);
        }
    }

    @Test
    void anAlarmThatWasAboutToBeDueWhenItEndedIsNeitherMissedNorFalse() {
        assertThat(AlarmAccount.of(List.of(), List.of(DUE), List.of()).missed()).isEmpty();
        assertThat(AlarmAccount.of(List.of(), List.of(DUE), List.of(raised(1, "excursion", NINE))).wrong()).isEmpty();
    }

    @Test
    void aSecondAlarmForTheSameCauseIsFalse() {
        assertThat(AlarmAccount.of(List.of(DUE), List.of(raised(1, "excursion", NINE), raised(2, "excursion", NINE)))
                .wrong()).hasSize(1);
    }
}

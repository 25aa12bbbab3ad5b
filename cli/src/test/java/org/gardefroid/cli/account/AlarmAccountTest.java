package org.gardefroid.cli.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlarmAccountTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Due DUE = new Due(Due.TOO_WARM, "fridge", "fridge-produit", NINE, NINE.plusSeconds(3_600));

    private static Stored.Raised raised(long id, String kind, Instant since) {
        return new Stored.Raised(id, Optional.empty(), kind, "fridge", List.of("v-1"), since, Optional.empty(), true);
    }

    @Test
    void anAlarmThatBeginsInItsTimeIsRight() {
        AlarmAccount account = AlarmAccount.of(List.of(DUE), List.of(raised(1, Due.TOO_WARM, NINE.plusSeconds(60))));
        assertThat(account.missed()).isEmpty();
        assertThat(account.wrong()).isEmpty();
    }

    @Test
    void anAlarmThatWasDueAndNotRaisedIsMissed() {
        assertThat(AlarmAccount.of(List.of(DUE), List.of()).missed()).containsExactly(DUE);
    }

    @Test
    void anAlarmOfAnotherKindOrTimeIsFalseAndTheDueOneMissed() {
        for (Stored.Raised wrong : List.of(raised(1, Due.DOOR, NINE), raised(1, Due.TOO_COLD, NINE),
                raised(1, Due.TOO_WARM, NINE.minusSeconds(7_200)))) {
            AlarmAccount account = AlarmAccount.of(List.of(DUE), List.of(wrong));
            assertThat(account.wrong()).containsExactly(wrong);
            assertThat(account.missed()).containsExactly(DUE);
        }
    }

    @Test
    void anAlarmThatWasAboutToBeDueWhenItEndedIsNeitherMissedNorFalse() {
        assertThat(AlarmAccount.of(List.of(), List.of(DUE), List.of()).missed()).isEmpty();
        assertThat(AlarmAccount.of(List.of(), List.of(DUE), List.of(raised(1, Due.TOO_WARM, NINE))).wrong()).isEmpty();
    }

    @Test
    void aSecondAlarmForTheSameCauseIsFalse() {
        assertThat(AlarmAccount.of(List.of(DUE), List.of(raised(1, Due.TOO_WARM, NINE), raised(2, Due.TOO_WARM, NINE)))
                .wrong()).hasSize(1);
    }

    @Test
    void anAlarmOfAnotherVialOfTheSameBoxIsFalse() {
        Due due = new Due(Due.DOSE, "fridge", "v-2", NINE, NINE);
        Stored.Raised ofAnother = raised(1, Due.DOSE, NINE);

        assertThat(AlarmAccount.of(List.of(due), List.of(ofAnother)).missed()).containsExactly(due);
        assertThat(AlarmAccount.of(List.of(due), List.of(ofAnother)).wrong()).containsExactly(ofAnother);
        assertThat(AlarmAccount.of(List.of(new Due(Due.DOSE, "fridge", "v-1", NINE, NINE)), List.of(ofAnother)).wrong())
                .isEmpty();
    }
}

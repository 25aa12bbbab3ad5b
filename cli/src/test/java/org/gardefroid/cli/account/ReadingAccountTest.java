package org.gardefroid.cli.account;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingAccountTest {

    private static final Made A = new Made("p", Instant.parse("2026-11-22T06:00:00Z"), "4687");
    private static final Made B = new Made("p", Instant.parse("2026-11-22T06:01:00Z"), "4687");
    private static final Made OTHER_VALUE = new Made("p", A.measuredAt(), "4688");

    @Test
    void whatWasPromisedAndIsNotThereIsLost() {
        assertThat(ReadingAccount.of(List.of(A, B), List.of(), List.of(A)))
                .isEqualTo(new ReadingAccount(2, 1, 1, 0));
    }

    @Test
    void whatIsThereTwiceIsDuplicated() {
        assertThat(ReadingAccount.of(List.of(A), List.of(), List.of(A, A)))
                .isEqualTo(new ReadingAccount(1, 2, 0, 1));
    }

    @Test
    void anotherValueIsBothLostAndTooMuch() {
        assertThat(ReadingAccount.of(List.of(A), List.of(), List.of(OTHER_VALUE)))
                .isEqualTo(new ReadingAccount(1, 1, 1, 1));
    }

    @Test
    void whatWasMadeInTheMomentOfAKillMayBeThereOrNot() {
        assertThat(ReadingAccount.of(List.of(A), List.of(B), List.of(A)))
                .isEqualTo(new ReadingAccount(1, 1, 0, 0));
        assertThat(ReadingAccount.of(List.of(A), List.of(B), List.of(A, B)))
                .isEqualTo(new ReadingAccount(2, 2, 0, 0));
    }
}

package org.gardefroid.edge.page;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PinTest {

    private final Pin pin = new Pin("123456");

    private Pin.Attempt tries(String code, String from, long second) {
        return pin.attempt(code, from, second * 1_000);
    }

    @Test
    void whoeverGuessesWaitsLongerEachTimeAndKeepsNobodyElseWaiting() {
        for (int guess = 0; guess < 3; guess++) {
            assertThat(tries("000000", "10.0.0.9", guess)).isInstanceOf(Pin.Attempt.Wrong.class);
        }
        assertThat(tries("123456", "10.0.0.9", 3)).isEqualTo(new Pin.Attempt.TooMany(4_000));
        assertThat(tries("123456", "10.0.0.2", 3)).as("the nurse").isInstanceOf(Pin.Attempt.Right.class);
        assertThat(tries("000000", "10.0.0.9", 8)).isInstanceOf(Pin.Attempt.Wrong.class);
        assertThat(tries("123456", "10.0.0.9", 9)).isEqualTo(new Pin.Attempt.TooMany(9_000));
    }

    @Test
    void guessesFromManyAddressesMakeEverybodyWaitThoughNotForLong() {
        for (int guess = 0; guess < 100; guess++) {
            assertThat(tries("000000", "10.0.0." + guess, 0)).isInstanceOf(Pin.Attempt.Wrong.class);
        }
        assertThat(tries("123456", "10.0.1.1", 1)).isEqualTo(new Pin.Attempt.TooMany(29_000));
        assertThat(tries("123456", "10.0.1.1", 30)).isInstanceOf(Pin.Attempt.Right.class);
    }
}

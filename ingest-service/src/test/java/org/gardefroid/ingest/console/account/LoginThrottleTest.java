package org.gardefroid.ingest.console.account;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LoginThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void fourWrongPasswordsCostNothing() {
        fail(4, "claire", "192.0.2.1");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isZero();
    }

    @Test
    void afterTheFifthTheWaitDoubles() {
        fail(5, "claire", "192.0.2.1");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isEqualTo(Duration.ofSeconds(10));
        fail(2, "claire", "192.0.2.1");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void nobodyIsLockedOutForLongerThanAQuarterOfAnHour() {
        fail(1_000, "claire", "192.0.2.1");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW.plus(Duration.ofMinutes(15)))).isZero();
    }

    @Test
    void aStrangerWhoGuessesDoesNotKeepThePersonOut() {
        fail(1_000, "claire", "198.51.100.9");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsIsSlowedForAll() {
        for (int i = 0; i < 30; i++) {
            fail(1, "account-" + i, "198.51.100.9");
        }
        assertThat(throttle.waitFor("another", "198.51.100.9", NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aGoodPasswordForgetsTheAccountsFailures() {
        fail(9, "claire", "192.0.2.1");
        throttle.succeeded("claire", "192.0.2.1");
        assertThat(throttle.waitFor("claire", "192.0.2.1", NOW)).isZero();
    }

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, address, NOW);
        }
    }
}

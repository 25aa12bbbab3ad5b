package org.gardefroid.ingest.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShardLeaseTest {

    private static final Instant NOW = Sender.NOON;

    private final ShardLease rules = new ShardLease(Duration.ofSeconds(10));
    private final Lease ones = rules.acquire(3, Optional.empty(), "one", NOW).orElseThrow();

    @Test
    void isFreeForTheFirstWhoAsks() {
        assertThat(ones).isEqualTo(new Lease(3, "one", 1, NOW.plusSeconds(10)));
    }

    @Test
    void isRenewedByItsHolderUnderTheSameEpoch() {
        assertThat(rules.acquire(3, Optional.of(ones), "one", NOW.plusSeconds(9)))
                .contains(new Lease(3, "one", 1, NOW.plusSeconds(19)));
    }

    @Test
    void isNobodyElsesUntilItHasEnded() {
        assertThat(rules.acquire(3, Optional.of(ones), "two", NOW.plusMillis(9_999))).isEmpty();
        assertThat(rules.acquire(3, Optional.of(ones), "two", NOW.plusSeconds(10)))
                .contains(new Lease(3, "two", 2, NOW.plusSeconds(20)));
    }

    @Test
    void isTakenAtOnceWhenItsHolderGivesItUp() {
        Lease released = rules.release(ones, NOW.plusSeconds(1));

        assertThat(rules.acquire(3, Optional.of(released), "two", NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void letsNobodyCommitUnderALeaseThatAnotherHasTaken() {
        Lease twos = rules.acquire(3, Optional.of(ones), "two", NOW.plusSeconds(10)).orElseThrow();

        assertThat(rules.allows(ones, Optional.of(ones))).isTrue();
        assertThat(rules.allows(ones, Optional.of(twos))).isFalse();
        assertThat(rules.allows(ones, Optional.empty())).isFalse();
    }

    @Test
    void getsANewEpochIfItsHolderComesBackAfterItEnded() {
        assertThat(rules.acquire(3, Optional.of(ones), "one", NOW.plusSeconds(11)).orElseThrow().epoch()).isEqualTo(2);
    }
}

package org.gardefroid.ingest.console.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows the guessing of passwords: after a few failures of one account from one address, or more of one address whatever
 * the account, each further try waits twice as long, up to a quarter of an hour.
 *
 * <p>Nobody is ever locked out for good, and an account is not slowed for others because a stranger guesses at it: that
 * would let a stranger keep the on-call doctor out. What is known is in memory and bounded.
 */
public final class LoginThrottle {

    static final int FREE_TRIES = 5;
    static final int FREE_TRIES_OF_AN_ADDRESS = 30;
    static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    static final int MOST_KEYS = 20_000;

    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** How long this account must wait at this address before its next try; zero when it may try now. */
    public synchronized Duration waitFor(String account, String address, Instant now) {
        Duration both = waitFor(both(account, address), FREE_TRIES, now);
        Duration any = waitFor(address, FREE_TRIES_OF_AN_ADDRESS, now);
        return both.compareTo(any) > 0 ? both : any;
    }

    public synchronized void failed(String account, String address, Instant now) {
        count(both(account, address), now);
        count(address, now);
    }

    /** The address keeps its failures: one good account does not pay for guessing at others. */
    public synchronized void succeeded(String account, String address) {
        failures.remove(both(account, address));
    }

    private void count(String key, Instant now) {
        failures.merge(key, new Failures(1, now), (before, one) -> isForgotten(before, now)
                ? one
                : new Failures(before.count() + 1, now));
    }

    private Duration waitFor(String key, int free, Instant now) {
        Failures known = failures.get(key);
        if (known == null || known.count() < free || isForgotten(known, now)) {
            return Duration.ZERO;
        }
        int doublings = Math.min(known.count() - free, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Duration due = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration left = Duration.between(now, known.last().plus(due));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static boolean isForgotten(Failures known, Instant now) {
        return known.last().plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private static String both(String account, String address) {
        return account + '\n' + address;
    }
}

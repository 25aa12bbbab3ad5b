package org.gardefroid.alerting;

import java.time.Duration;

/** How long something may be so. */
final class Longest {

    private Longest() {}

    static void check(RuleName name, Duration longest) {
        if (longest.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + ": longest must be positive: " + longest);
        }
    }
}

package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;

/**
 * What judging once more, from before {@code from}, has found.
 *
 * @param facts every fact that begins, goes on or ends at {@code from} or later. A stored fact that reached so far and is
 *     not among them is not true
 */
public record Rejudged(Instant from, Timeline timeline, List<Fact> facts) {

    public Rejudged {
        facts = List.copyOf(facts);
    }
}

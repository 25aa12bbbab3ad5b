package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which fact: the same under any order, repetition, batching and restart, because it is made of what was judged.
 *
 * @param since the first reading or event that belongs to it, not the one that confirmed it
 */
public record FactId(Subject subject, RuleName rule, Instant since) implements Comparable<FactId> {

    private static final Comparator<FactId> ORDER = Comparator.comparing(FactId::since)
            .thenComparing(id -> id.subject.equipment())
            .thenComparing(id -> id.subject.part())
            .thenComparing(FactId::rule);

    /** By time, then by equipment, part and rule. */
    @Override
    public int compareTo(FactId other) {
        return ORDER.compare(this, other);
    }
}

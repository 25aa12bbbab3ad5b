package org.gardefroid.edge.delivery;

import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;

/** One journal, as its delivery sees it. */
final class Lane {

    private final JournalId journal;
    private long last;
    private NumberSet toSend;
    private NumberSet urgent;
    private NumberSet delivered;
    private NumberSet rejected;

    Lane(JournalState state) {
        this.journal = state.journal();
        this.last = state.lastNumber();
        this.toSend = state.toSend();
        this.urgent = state.urgent().intersect(toSend);
        this.delivered = state.delivered();
        this.rejected = state.rejected();
    }

    /** A journal without a batch yet. */
    Lane(JournalId journal) {
        this.journal = journal;
        this.toSend = NumberSet.EMPTY;
        this.urgent = NumberSet.EMPTY;
        this.delivered = NumberSet.EMPTY;
        this.rejected = NumberSet.EMPTY;
    }

    JournalId journal() {
        return journal;
    }

    long last() {
        return last;
    }

    NumberSet toSend() {
        return toSend;
    }

    NumberSet urgent() {
        return urgent;
    }

    void sealed(long number, boolean isUrgent) {
        last = number;
        toSend = toSend.with(number);
        if (isUrgent) {
            urgent = urgent.with(number);
        }
    }

    /** Those that are news. */
    NumberSet deliver(NumberSet stored) {
        NumberSet news = stored.intersect(NumberSet.range(1, last)).minus(delivered);
        delivered = delivered.union(news);
        rejected = rejected.minus(news);
        settle(news);
        return news;
    }

    /** Those that are news. What is delivered stays so. */
    NumberSet reject(NumberSet quarantined) {
        NumberSet news = quarantined.intersect(NumberSet.range(1, last)).minus(delivered).minus(rejected);
        rejected = rejected.union(news);
        settle(news);
        return news;
    }

    /** What is settled here and, up to {@code upTo}, not among {@code known}: it is to be sent again. */
    NumberSet retract(long upTo, NumberSet known) {
        NumberSet lost = delivered.union(rejected).intersect(NumberSet.range(1, Math.min(upTo, last))).minus(known);
        delivered = delivered.minus(lost);
        rejected = rejected.minus(lost);
        toSend = toSend.union(lost);
        return lost;
    }

    /** They have no bytes any more. */
    void drop(NumberSet numbers) {
        settle(numbers);
    }

    private void settle(NumberSet numbers) {
        toSend = toSend.minus(numbers);
        urgent = urgent.minus(numbers);
    }
}

package org.gardefroid.ingest.guard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;

/** Makes the chained batches of one journal, as an agent would. */
final class Sender {

    static final DeviceId BOX = new DeviceId("box-1");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final JournalKey key;
    private final BootId boot;
    private Optional<Predecessor> predecessor = Optional.empty();
    private Sha256 last = Sha256.NONE;
    private long number;

    Sender(String journalDigit, String boot) {
        this.key = new JournalKey(BOX, new JournalId(journalDigit.repeat(32)));
        this.boot = new BootId(boot);
    }

    /** The next start of the same agent. */
    Sender after(Sender before) {
        predecessor = Optional.of(new Predecessor(before.key.journal(), before.number));
        last = before.last;
        return this;
    }

    JournalKey key() {
        return key;
    }

    /** The next batch, made while the clock was trusted. */
    Arrival dated() {
        return next(Optional.of(NOON.plusSeconds(number)), new Event.PowerChanged(true));
    }

    Arrival undated() {
        return next(Optional.empty(), new Event.PowerChanged(true));
    }

    Arrival declaring(JournalKey dropped, long first, long lastDropped) {
        return next(Optional.of(NOON.plusSeconds(number)),
                new Event.BatchesDropped(dropped.journal(), new NumberRange(first, lastDropped)));
    }

    /** Another batch under the number that was used last. */
    Arrival twinOfTheLast() {
        return sealed(number, last, Optional.of(NOON), new Event.PowerChanged(false));
    }

    private Arrival next(Optional<Instant> wall, Observation observation) {
        number++;
        Arrival arrival = sealed(number, last, wall, observation);
        last = arrival.hash();
        return arrival;
    }

    private Arrival sealed(long its, Sha256 previous, Optional<Instant> wall, Observation observation) {
        BatchId id = key.batch(its);
        Batch batch = new Batch(id, new BatchClock(boot, its * 1_000, wall), previous,
                its == 1 ? predecessor : Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(its * 1_000, observation)));
        return Arrival.of(id, BatchCodec.encode(batch), NOON);
    }
}

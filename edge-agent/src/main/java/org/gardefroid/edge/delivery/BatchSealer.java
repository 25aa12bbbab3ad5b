package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.Sha256;

/** Cuts records into runs, each of which becomes one batch: one clock, one brief, within the limits of a batch. */
final class BatchSealer {

    /** More than any record takes beside its names. */
    private static final int RECORD_BYTES = 64;
    /** Two numbers, a day, and what stands between. */
    private static final int VOID_BYTES = 16;
    /** The name's first part, and its unit. */
    private static final int HUMIDITY_BYTES = 16;
    private static final int CALIBRATION_BYTES = 32;
    private static final int DRAWN_FROM_BYTES = 16;
    private static final int HEAD_BYTES = 1_024;

    private final SealingSettings settings;
    private final Deque<Run> runs = new ArrayDeque<>();
    private int unsealed;

    /** What one batch will hold. */
    static final class Run {

        private final BatchClock clock;
        private final Optional<Sha256> brief;
        private final List<JournalRecord> records = new ArrayList<>();
        private int bytes = HEAD_BYTES;
        private boolean urgent;

        Run(BatchClock clock, Optional<Sha256> brief) {
            this.clock = clock;
            this.brief = brief;
        }

        /** Without a date, times are counted back from the last record, and none lies after what they count from. */
        BatchClock clock() {
            return clock.wall().isPresent()
                    ? clock
                    : new BatchClock(clock.boot(), Math.max(clock.monotonicMillis(), latestMillis()), Optional.empty());
        }

        private long latestMillis() {
            return records.stream().mapToLong(JournalRecord::monotonicMillis).max().orElseThrow();
        }

        Optional<Sha256> brief() {
            return brief;
        }

        List<JournalRecord> records() {
            return List.copyOf(records);
        }

        boolean urgent() {
            return urgent;
        }
    }

    BatchSealer(SealingSettings settings) {
        this.settings = settings;
    }

    /**
     * @param clock as it is now
     * @return how many of the oldest records were given up, because the card has taken none for long
     */
    int add(JournalRecord record, BatchClock clock, Optional<Sha256> brief, boolean urgent) {
        Run run = runs.peekLast();
        int bytes = bytes(record.observation());
        if (run == null || !goesInto(run, clock, brief) || run.records.size() >= settings.mostRecords()
                || run.bytes + bytes > settings.mostBytes()) {
            run = new Run(clock, brief);
            runs.addLast(run);
        }
        run.records.add(record);
        run.bytes += bytes;
        run.urgent |= urgent;
        unsealed++;
        int givenUp = 0;
        while (unsealed > settings.mostUnsealed() && runs.size() > 1) {
            givenUp += sealed();
        }
        return givenUp;
    }

    /** The oldest run, if it is to be sealed now: it is complete, urgent or old enough. */
    Optional<Run> due(long nowMillis) {
        return runs.size() > 1 || nowMillis >= wakeAtMillis().orElse(Long.MAX_VALUE) ? next() : Optional.empty();
    }

    /** The oldest run, due or not. */
    Optional<Run> next() {
        return Optional.ofNullable(runs.peekFirst());
    }

    /**
     * The oldest run is in a batch on the card.
     *
     * @return how many records it had
     */
    int sealed() {
        int records = runs.removeFirst().records.size();
        unsealed -= records;
        return records;
    }

    OptionalLong wakeAtMillis() {
        Run run = runs.peekFirst();
        if (run == null) {
            return OptionalLong.empty();
        }
        long since = run.records.getFirst().monotonicMillis();
        boolean atOnce = run.urgent || run.records.size() >= settings.mostRecords();
        return OptionalLong.of(atOnce ? since : since + settings.mostAge().toMillis());
    }

    private boolean goesInto(Run run, BatchClock clock, Optional<Sha256> brief) {
        return run.brief.equals(brief)
                && run.clock.boot().equals(clock.boot())
                && run.clock.wall().isPresent() == clock.wall().isPresent()
                && (clock.wall().isEmpty() || !stepped(run.clock, clock));
    }

    private boolean stepped(BatchClock before, BatchClock now) {
        Instant expected = before.date(now.monotonicMillis()).orElseThrow();
        return Duration.between(expected, now.wall().orElseThrow()).abs().compareTo(settings.clockStep()) > 0;
    }

    private static int bytes(Observation observation) {
        return RECORD_BYTES + switch (observation) {
            case Measured measured -> measured.probe().value().length();
            case Event.DoorMoved moved -> moved.door().value().length();
            case Event.VialHandled handled ->
                2 * (handled.vial().value().length() + handled.product().value().length()) + handled.drawnFrom()
                        .map(vial -> DRAWN_FROM_BYTES + vial.value().length()).orElse(0);
            case Event.VialMoved moved -> moved.vial().value().length();
            case Event.VialOfLot ofLot -> ofLot.vial().value().length() + LotNumber.LONGEST;
            case Event.DosesLeft left -> left.vial().value().length();
            case Event.VialEnded ended ->
                ended.vial().value().length() + ended.container().map(String::length).orElse(0);
            case Event.StartVoided voided ->
                voided.vial().value().length() + VOID_BYTES + 3 * voided.by().length();
            case Event.ProbeCalibrated calibrated ->
                calibrated.probe().value().length() + calibrated.certificate().length() + CALIBRATION_BYTES;
            case Event.HumidityRead humidity -> humidity.probe().value().length() + HUMIDITY_BYTES;
            case Event.PartFault part -> 2 * part.part().length();
            case Event.AgentStarted started -> 3 * started.version().length();
            case Event.BatchesDropped dropped -> 3 * dropped.journal().value().length();
            case Event.JournalSetAside aside -> aside.file().length();
            case Event.BriefAdopted adopted -> 2 * Sha256.BYTES;
            case Event.VialsTurned turned -> 0;
            case Event.PowerChanged changed -> 0;
            case Event.VialsStruck struck -> 0;
            case Event.BatteryLevel level -> 0;
            case Event.ClockChanged changed -> 0;
        };
    }
}

package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.SilenceState.Heard;
import org.gardefroid.alerting.SilenceState.Silent;
import org.gardefroid.telemetry.EquipmentId;

/**
 * Tells when nothing is heard of an equipment any more, and calls that critical while there is still time, if it holds
 * doses. Judged by when something arrives, by our clock, and not by when it was measured; so it stands apart from the fold,
 * and is never replayed.
 *
 * @param holdover for how long the equipment keeps what is in it in range without power. A silence that began may have
 *     begun with a power cut, so it is critical {@link #TIME_TO_ACT} before that ends, or at its half if that is later. No
 *     plan puts this off: a mission planned for eight hours keeps no box cold that holds for four
 */
public record SilenceRule(RuleName name, Severity severity, Duration longest, Duration holdover) {

    /** Ours: for somebody to go there and move the doses. */
    public static final Duration TIME_TO_ACT = Duration.ofMinutes(60);
    /** Ours, for an equipment whose own is not entered: that of the least among WHO's prequalified ones without ice. */
    public static final Duration UNKNOWN_HOLDOVER = Duration.ofHours(4);
    /** WHO's cold boxes of long range hold for days; a freezer for -80 °C, full, for about as long. */
    public static final Duration LONGEST_HOLDOVER = Duration.ofDays(14);

    public SilenceRule {
        if (longest.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + ": longest silence must be positive: " + longest);
        }
        if (holdover.compareTo(Duration.ZERO) <= 0 || holdover.compareTo(LONGEST_HOLDOVER) > 0) {
            throw new IllegalArgumentException(
                    name + ": holdover must be more than 0 and at most " + LONGEST_HOLDOVER + ": " + holdover);
        }
    }

    /** @param told the silence that begins, becomes critical or ends with this, if one does */
    public record Step(SilenceState state, Optional<Silence> told) {}

    /** Something has arrived, whatever it is: a backlog of yesterday is a sign of life today. */
    public Step heard(SilenceState state, Instant arrivedAt) {
        return switch (state) {
            case Heard(Instant before, Instant notBefore) -> new Step(
                    new Heard(arrivedAt.isAfter(before) ? arrivedAt : before, notBefore), Optional.empty());
            case Silent(Silence silence) -> new Step(new Heard(arrivedAt), Optional.of(new Silence(silence.id(),
                    silence.severity(), silence.confirmedAt(), Optional.of(arrivedAt))));
        };
    }

    /** @param holdsDoses whether there is something in it to be lost */
    public Step tick(SilenceState state, EquipmentId equipment, List<PlannedOffline> planned, boolean holdsDoses,
            Tick tick) {
        return switch (state) {
            case Heard heard when !dueAt(heard, planned, holdsDoses).isAfter(tick.at()) -> {
                boolean isCritical = holdsDoses && !criticalAt(heard).isAfter(tick.at());
                yield told(new Silence(new FactId(new Subject.WholeEquipment(equipment), name, heard.at()),
                        isCritical ? Severity.CRITICAL : severity, dueAt(heard, planned, holdsDoses),
                        Optional.empty()));
            }
            case Silent(Silence silence) when holdsDoses && Severity.CRITICAL.isWorseThan(silence.severity())
                    && !criticalAt(new Heard(silence.id().since())).isAfter(tick.at()) ->
                told(new Silence(silence.id(), Severity.CRITICAL, silence.confirmedAt(), Optional.empty()));
            case Heard heard -> new Step(heard, Optional.empty());
            case Silent silent -> new Step(silent, Optional.empty());
        };
    }

    private static Step told(Silence silence) {
        return new Step(new Silent(silence), Optional.of(silence));
    }

    public Optional<Instant> wakeAt(SilenceState state, List<PlannedOffline> planned, boolean holdsDoses) {
        return switch (state) {
            case Heard heard -> Optional.of(dueAt(heard, planned, holdsDoses));
            case Silent(Silence silence) when holdsDoses && Severity.CRITICAL.isWorseThan(silence.severity()) ->
                Optional.of(criticalAt(new Heard(silence.id().since())));
            case Silent silent -> Optional.empty();
        };
    }

    private Instant dueAt(Heard heard, List<PlannedOffline> planned, boolean holdsDoses) {
        Instant due = heard.at().plus(longest);
        for (PlannedOffline mission : planned.stream().sorted(Comparator.comparing(PlannedOffline::from)).toList()) {
            if (mission.contains(due)) {
                // The way back from a mission is given as much time as any silence.
                due = mission.until().plus(longest);
            }
        }
        due = due.isAfter(heard.notBefore()) ? due : heard.notBefore();
        return holdsDoses && criticalAt(heard).isBefore(due) ? criticalAt(heard) : due;
    }

    private Instant criticalAt(Heard heard) {
        Duration half = holdover.dividedBy(2);
        Instant critical = heard.at().plus(holdover.minus(TIME_TO_ACT.compareTo(half) < 0 ? TIME_TO_ACT : half));
        return critical.isAfter(heard.notBefore()) ? critical : heard.notBefore();
    }
}

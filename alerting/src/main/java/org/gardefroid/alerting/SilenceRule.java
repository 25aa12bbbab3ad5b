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
 * Tells when nothing is heard of an equipment any more. The one rule that is judged by when something arrives, by our
 * clock, and not by when it was measured; so it stands apart from the fold, and is never replayed.
 */
public record SilenceRule(RuleName name, Severity severity, Duration longest) {

    public SilenceRule {
        if (longest.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + ": longest silence must be positive: " + longest);
        }
    }

    /** @param told the silence that begins or ends with this, if one does */
    public record Step(SilenceState state, Optional<Silence> told) {}

    /** Something has arrived, whatever it is: a backlog of yesterday is a sign of life today. */
    public Step heard(SilenceState state, Instant arrivedAt) {
        return switch (state) {
            case Heard(Instant before) -> new Step(new Heard(arrivedAt.isAfter(before) ? arrivedAt : before),
                    Optional.empty());
            case Silent(Silence silence) -> new Step(new Heard(arrivedAt), Optional.of(new Silence(silence.id(),
                    silence.severity(), silence.confirmedAt(), Optional.of(arrivedAt))));
        };
    }

    public Step tick(SilenceState state, EquipmentId equipment, List<PlannedOffline> planned, Tick tick) {
        return switch (state) {
            case Heard(Instant last) when !dueAt(last, planned).isAfter(tick.at()) -> {
                Silence silence = new Silence(new FactId(new Subject.WholeEquipment(equipment), name, last), severity,
                        dueAt(last, planned), Optional.empty());
                yield new Step(new Silent(silence), Optional.of(silence));
            }
            case Heard heard -> new Step(heard, Optional.empty());
            case Silent silent -> new Step(silent, Optional.empty());
        };
    }

    public Optional<Instant> wakeAt(SilenceState state, List<PlannedOffline> planned) {
        return switch (state) {
            case Heard(Instant last) -> Optional.of(dueAt(last, planned));
            case Silent silent -> Optional.empty();
        };
    }

    private Instant dueAt(Instant last, List<PlannedOffline> planned) {
        Instant due = last.plus(longest);
        for (PlannedOffline mission : planned.stream().sorted(Comparator.comparing(PlannedOffline::from)).toList()) {
            if (mission.contains(due)) {
                // The way back from a mission is given as much time as any silence.
                due = mission.until().plus(longest);
            }
        }
        return due;
    }
}

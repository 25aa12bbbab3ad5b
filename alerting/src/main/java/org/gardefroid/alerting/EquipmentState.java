package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gardefroid.telemetry.EquipmentId;

/**
 * All that judging an equipment remembers of its records: a value, small, and the same for the same records.
 *
 * <p>To be given the records of {@link #judgedUpTo} once more changes nothing, so that going on from a stored state may
 * begin with that very instant.
 */
public final class EquipmentState {

    /** Before any record. */
    static final Instant BEGINNING = Instant.EPOCH;

    private final EquipmentId equipment;
    private final Instant judgedUpTo;
    private final List<ProbeState> probes;
    private final List<Condition> conditions;
    private final List<DoorCount> doorCounts;
    private final List<Trend> trends;
    private final Instant wakeAt;

    EquipmentState(EquipmentId equipment, Instant judgedUpTo, List<ProbeState> probes, List<Condition> conditions,
            List<DoorCount> doorCounts, List<Trend> trends) {
        this.equipment = equipment;
        this.judgedUpTo = judgedUpTo;
        this.probes = probes;
        this.conditions = conditions;
        this.doorCounts = doorCounts;
        this.trends = trends;
        this.wakeAt = earliest(probes, conditions, doorCounts);
    }

    public static EquipmentState initial(EquipmentId equipment) {
        return new EquipmentState(equipment, BEGINNING, List.of(), List.of(), List.of(), List.of());
    }

    public EquipmentId equipment() {
        return equipment;
    }

    /** The time of the last record or tick. A record before it is late. */
    public Instant judgedUpTo() {
        return judgedUpTo;
    }

    /** The next instant that a rule asks to be woken at. */
    public Optional<Instant> wakeAt() {
        return wakeAt.equals(Instant.MAX) ? Optional.empty() : Optional.of(wakeAt);
    }

    boolean isDueAt(Instant at) {
        return wakeAt.compareTo(at) <= 0;
    }

    Instant wakeInstant() {
        return wakeAt;
    }

    /** What goes on at this moment, with its figures up to now. */
    public List<Fact> ongoing() {
        return facts(Run::now).stream().filter(Fact::isOngoing).toList();
    }

    /** What goes on, and what has ended but may go on yet, as it was last told. */
    List<Fact> standing() {
        return facts(Run::fact);
    }

    private List<Fact> facts(BiFunction<Run, Subject, Optional<Fact>> ofRun) {
        List<Fact> facts = new ArrayList<>();
        for (ProbeState probe : probes) {
            Subject subject = probe.subject(equipment);
            for (Run run : probe.runs()) {
                ofRun.apply(run, subject).ifPresent(facts::add);
            }
            if (probe.gapTold()) {
                facts.add(probe.unobserved(equipment, Optional.empty()));
            }
        }
        for (Condition condition : conditions) {
            if (condition.confirmedAt().isPresent()) {
                facts.add(condition.fact(Optional.empty()));
            }
        }
        for (DoorCount count : doorCounts) {
            count.often().ifPresent(often -> facts.add(often.fact(Optional.empty())));
        }
        return List.copyOf(facts);
    }

    List<ProbeState> probes() {
        return probes;
    }

    List<Trend> trends() {
        return trends;
    }

    List<DoorCount> doorCounts() {
        return doorCounts;
    }

    List<Condition> conditions() {
        return conditions;
    }

    private static Instant earliest(List<ProbeState> probes, List<Condition> conditions, List<DoorCount> counts) {
        Instant earliest = Instant.MAX;
        for (int i = 0; i < probes.size(); i++) {
            ProbeState probe = probes.get(i);
            if (!probe.gapTold() && probe.gapAt().isBefore(earliest)) {
                earliest = probe.gapAt();
            }
        }
        for (int i = 0; i < conditions.size(); i++) {
            Instant wakeAt = conditions.get(i).wakeAt();
            earliest = wakeAt.isBefore(earliest) ? wakeAt : earliest;
        }
        for (int i = 0; i < counts.size(); i++) {
            earliest = counts.get(i).calmAt().isBefore(earliest) ? counts.get(i).calmAt() : earliest;
        }
        return earliest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquipmentState that && equipment.equals(that.equipment)
                && judgedUpTo.equals(that.judgedUpTo) && probes.equals(that.probes)
                && conditions.equals(that.conditions)
                && doorCounts.equals(that.doorCounts) && trends.equals(that.trends);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * equipment.hashCode() + judgedUpTo.hashCode()) + probes.hashCode();
    }

    @Override
    public String toString() {
        return "EquipmentState[" + equipment + " up to " + judgedUpTo + ", " + probes + ", " + conditions + ", "
                + doorCounts + "]";
    }
}

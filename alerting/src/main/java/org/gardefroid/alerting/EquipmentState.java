package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final List<OpenDoor> doors;
    private final Instant wakeAt;

    EquipmentState(EquipmentId equipment, Instant judgedUpTo, List<ProbeState> probes, List<OpenDoor> doors) {
        this.equipment = equipment;
        this.judgedUpTo = judgedUpTo;
        this.probes = probes;
        this.doors = doors;
        this.wakeAt = earliest(probes, doors);
    }

    public static EquipmentState initial(EquipmentId equipment) {
        return new EquipmentState(equipment, BEGINNING, List.of(), List.of());
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

    /** What goes on at this moment. */
    public List<Fact> ongoing() {
        return standing().stream().filter(Fact::isOngoing).toList();
    }

    /** What goes on, and what has ended but may go on yet. */
    List<Fact> standing() {
        List<Fact> facts = new ArrayList<>();
        for (ProbeState probe : probes) {
            Subject subject = new Subject.ProbeIn(equipment, probe.probe());
            for (Run run : probe.runs()) {
                run.fact(subject).ifPresent(facts::add);
            }
            if (probe.gapTold()) {
                facts.add(unobserved(subject, probe, Optional.empty()));
            }
        }
        for (OpenDoor door : doors) {
            if (door.told()) {
                facts.add(door.fact(equipment, Optional.empty()));
            }
        }
        return List.copyOf(facts);
    }

    static Unobserved unobserved(Subject subject, ProbeState probe, Optional<Instant> endedAt) {
        return new Unobserved(new FactId(subject, Unobserved.RULE, probe.lastTemperatureAt()), probe.gapAt(), endedAt);
    }

    List<ProbeState> probes() {
        return probes;
    }

    List<OpenDoor> doors() {
        return doors;
    }

    private static Instant earliest(List<ProbeState> probes, List<OpenDoor> doors) {
        Instant earliest = Instant.MAX;
        for (int i = 0; i < probes.size(); i++) {
            ProbeState probe = probes.get(i);
            if (!probe.gapTold() && probe.gapAt().isBefore(earliest)) {
                earliest = probe.gapAt();
            }
        }
        for (int i = 0; i < doors.size(); i++) {
            OpenDoor door = doors.get(i);
            if (!door.told() && door.dueAt().isBefore(earliest)) {
                earliest = door.dueAt();
            }
        }
        return earliest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquipmentState that && equipment.equals(that.equipment)
                && judgedUpTo.equals(that.judgedUpTo) && probes.equals(that.probes) && doors.equals(that.doors);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * equipment.hashCode() + judgedUpTo.hashCode()) + probes.hashCode();
    }

    @Override
    public String toString() {
        return "EquipmentState[" + equipment + " up to " + judgedUpTo + ", " + probes + ", " + doors + "]";
    }
}

package org.gardefroid.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent works by: which equipment it watches, with which probes, and what is out of range there. It comes from the
 * service, and never changes: another one takes its place, under another hash of its bytes.
 *
 * @param recordInterval how often a probe's reading becomes a record when nothing happens, 1 s to 1 h
 * @param profiles of the products whose vials and lots the box judges, each once
 * @param lots that were put into these equipments, each a document in JSON without white space between its parts
 * @param vials of these lots that bear a label of ours
 */
public record Brief(
        Duration recordInterval, List<Equipment> equipments, List<Profile> profiles, List<String> lots,
        List<LabelledVial> vials) {

    public static final int MOST_EQUIPMENTS = 32;
    public static final int MOST_VIALS = 400;
    public static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    public Brief {
        equipments = List.copyOf(equipments);
        profiles = List.copyOf(profiles);
        lots = List.copyOf(lots);
        vials = List.copyOf(vials);
        if (recordInterval.compareTo(Duration.ofSeconds(1)) < 0 || recordInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("a record interval must be 1 s to 1 h: " + recordInterval);
        }
        if (equipments.size() > MOST_EQUIPMENTS) {
            throw new IllegalArgumentException(
                    "a brief names at most " + MOST_EQUIPMENTS + " equipments: " + equipments.size());
        }
        Set<Object> names = new HashSet<>();
        for (Equipment equipment : equipments) {
            checkNew(names, equipment.id());
            equipment.probes().forEach(probe -> checkNew(names, probe.id()));
            equipment.doors().forEach(door -> checkNew(names, door));
        }
        profiles.forEach(profile -> checkNew(names, profile.product()));
        if (vials.size() > MOST_VIALS) {
            throw new IllegalArgumentException("a brief names at most " + MOST_VIALS + " vials: " + vials.size());
        }
        vials.forEach(vial -> checkNew(names, vial.vial()));
    }

    /** One that says nothing of products. */
    public Brief(Duration recordInterval, List<Equipment> equipments) {
        this(recordInterval, equipments, List.of());
    }

    /** One that says nothing of lots. */
    public Brief(Duration recordInterval, List<Equipment> equipments, List<Profile> profiles) {
        this(recordInterval, equipments, profiles, List.of());
    }

    /** One that says nothing of vials. */
    public Brief(Duration recordInterval, List<Equipment> equipments, List<Profile> profiles, List<String> lots) {
        this(recordInterval, equipments, profiles, lots, List.of());
    }

    private static void checkNew(Set<Object> names, Object name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("a brief names each thing once, and twice: " + name);
        }
    }

    /**
     * One equipment.
     *
     * @param preset the rules that it is judged by where {@code rules} are not read, such as {@code fridge-2-8}
     * @param lowest the coldest that is in range: crossing it is worth a record at once
     * @param highest the warmest that is in range
     * @param longestGap two readings farther apart than this are not one run; empty for what the preset says
     * @param rules that it is judged by, a list in JSON without white space between its parts; empty for the preset's
     */
    public record Equipment(
            EquipmentId id,
            List<PlacedProbe> probes,
            List<DoorId> doors,
            String preset,
            Temperature lowest,
            Temperature highest,
            Optional<Duration> longestGap,
            Optional<String> rules) {

        public static final int MOST_PROBES = 16;

        public Equipment {
            probes = List.copyOf(probes);
            doors = List.copyOf(doors);
            if (lowest.isAbove(highest)) {
                throw new IllegalArgumentException(
                        "a range must not end below its beginning: " + lowest + " to " + highest);
            }
            Names.check("a preset's name", preset);
            if (longestGap.filter(gap -> gap.compareTo(Duration.ofSeconds(1)) < 0).isPresent()) {
                throw new IllegalArgumentException("a longest gap must be 1 s or more: " + longestGap.get());
            }
            if (probes.size() > MOST_PROBES || doors.size() > MOST_PROBES) {
                throw new IllegalArgumentException(
                        "an equipment has at most " + MOST_PROBES + " probes and as many doors: "
                                + probes.size() + " and " + doors.size());
            }
        }

        /** One that goes by its preset alone. */
        public Equipment(EquipmentId id, List<PlacedProbe> probes, List<DoorId> doors, String preset,
                Temperature lowest, Temperature highest) {
            this(id, probes, doors, preset, lowest, highest, Optional.empty(), Optional.empty());
        }
    }

    /**
     * A product's profile, as a pharmacist reads and signs it.
     *
     * @param document in JSON, without white space between its parts
     */
    public record Profile(ProductId product, String document) {}

    /**
     * A vial with a label of ours.
     *
     * @param elsewhere what was done with it at other equipments than this device's, in the order in which it was done
     */
    public record LabelledVial(VialId vial, ProductId product, LotNumber lot, List<Handling> elsewhere) {

        public LabelledVial {
            elsewhere = List.copyOf(elsewhere);
        }

        /** What was done last with one that was opened, and not taken back, where this device is not. */
        public Optional<Handling> openedElsewhere() {
            return elsewhere.stream().reduce((_, later) -> later).filter(last -> last.step() != VialStep.VOIDED);
        }
    }

    /** What was done with a vial, and where. */
    public record Handling(VialStep step, Instant at, EquipmentId equipment) {}

    /**
     * A probe and what it is hung for.
     *
     * @param since when it was hung there: what it read before is of somewhere else; empty where that is not known
     */
    public record PlacedProbe(ProbeId id, ProbePurpose purpose, Optional<Instant> since) {

        public PlacedProbe(ProbeId id, ProbePurpose purpose) {
            this(id, purpose, Optional.empty());
        }
    }
}

package org.gardefroid.telemetry;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an agent works by: which equipment it watches, with which probes, and what is out of range there. It comes from the
 * service, and never changes: another one takes its place, under another hash of its bytes.
 *
 * @param recordInterval how often a probe's reading becomes a record when nothing happens, 1 s to 1 h
 * @param profiles of the products whose vials and lots the box judges, each once
 * @param lots that were put into these equipments, each a document in JSON without white space between its parts
 */
public record Brief(
        Duration recordInterval, List<Equipment> equipments, List<Profile> profiles, List<String> lots) {

    public static final int MOST_EQUIPMENTS = 32;
    public static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    public Brief {
        equipments = List.copyOf(equipments);
        profiles = List.copyOf(profiles);
        lots = List.copyOf(lots);
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
    }

    /** One that says nothing of products. */
    public Brief(Duration recordInterval, List<Equipment> equipments) {
        this(recordInterval, equipments, List.of());
    }

    /** One that says nothing of lots. */
    public Brief(Duration recordInterval, List<Equipment> equipments, List<Profile> profiles) {
        this(recordInterval, equipments, profiles, List.of());
    }

    private static void checkNew(Set<Object> names, Object name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("a brief names each thing once, and twice: " + name);
        }
    }

    /**
     * One equipment.
     *
     * @param preset the rules that it is judged by, such as {@code fridge-2-8}
     * @param lowest the coldest that is in range: crossing it is worth a record at once
     * @param highest the warmest that is in range
     */
    public record Equipment(
            EquipmentId id,
            List<PlacedProbe> probes,
            List<DoorId> doors,
            String preset,
            Temperature lowest,
            Temperature highest) {

        public static final int MOST_PROBES = 16;

        public Equipment {
            probes = List.copyOf(probes);
            doors = List.copyOf(doors);
            if (lowest.isAbove(highest)) {
                throw new IllegalArgumentException(
                        "a range must not end below its beginning: " + lowest + " to " + highest);
            }
            Names.check("a preset's name", preset);
            if (probes.size() > MOST_PROBES || doors.size() > MOST_PROBES) {
                throw new IllegalArgumentException(
                        "an equipment has at most " + MOST_PROBES + " probes and as many doors: "
                                + probes.size() + " and " + doors.size());
            }
        }
    }

    /**
     * A product's profile, as a pharmacist reads and signs it.
     *
     * @param document in JSON, without white space between its parts
     */
    public record Profile(ProductId product, String document) {}

    /** A probe and what it is hung for. */
    public record PlacedProbe(ProbeId id, ProbePurpose purpose) {}
}

package org.gardefroid.alerting;

import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.VialId;

/** What a fact is about: an equipment, or one thing in it. */
public sealed interface Subject {

    EquipmentId equipment();

    /** Which thing in the equipment, such as {@code probe:top}; for ever, and unlike any other thing's. */
    String part();

    record WholeEquipment(EquipmentId equipment) implements Subject {
        @Override
        public String part() {
            return "equipment";
        }
    }

    record ProbeIn(EquipmentId equipment, ProbeId probe) implements Subject {
        @Override
        public String part() {
            return "probe:" + probe;
        }
    }

    record DoorOf(EquipmentId equipment, DoorId door) implements Subject {
        @Override
        public String part() {
            return "door:" + door;
        }
    }

    record VialIn(EquipmentId equipment, VialId vial) implements Subject {
        @Override
        public String part() {
            return "vial:" + vial;
        }
    }

    /** Doses of a lot, or an opened vial, by a name of the service's own: no message names a lot. */
    record GoodsIn(EquipmentId equipment, String goods) implements Subject {
        @Override
        public String part() {
            return "goods:" + goods;
        }
    }

    /** The subject that {@link #part} was written of. */
    static Subject of(EquipmentId equipment, String part) {
        int colon = part.indexOf(':');
        String kind = colon < 0 ? part : part.substring(0, colon);
        String name = part.substring(colon + 1);
        return switch (kind) {
            case "equipment" -> new WholeEquipment(equipment);
            case "probe" -> new ProbeIn(equipment, new ProbeId(name));
            case "door" -> new DoorOf(equipment, new DoorId(name));
            case "goods" -> new GoodsIn(equipment, name);
            case "vial" -> new VialIn(equipment, new VialId(name));
            default -> throw new IllegalArgumentException("not a part of an equipment: " + part);
        };
    }
}

package org.gardefroid.ingest.judge;

import org.gardefroid.alerting.Subject;

/** What a fact is about as the tables name it: the probe, door, vial or equipment by its own name. */
final class SubjectName {

    private SubjectName() {}

    static String of(Subject subject) {
        return switch (subject) {
            case Subject.WholeEquipment whole -> whole.equipment().value();
            case Subject.ProbeIn probe -> probe.probe().value();
            case Subject.DoorOf door -> door.door().value();
            case Subject.GoodsIn goods -> goods.goods();
            case Subject.VialIn vial -> vial.vial().value();
        };
    }
}

package org.gardefroid.edge.training;

import java.time.Duration;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;

/** What the box of the training works by. Its one product does not exist, so that no figure of it is taken for a real one. */
public final class TrainingBrief {

    static final ProbeId PRODUCT = new ProbeId("box-product");
    static final ProbeId AIR = new ProbeId("box-air");
    static final DoorId LID = new DoorId("box-lid");
    static final ProductId VACCINE = new ProductId("exercice");

    private static final String PROFILE = """
            {"format":1,"product":"exercice","revision":1,"revised":"2026-01-01","source":"exercice",\
            "validation":{"by":"exercice","on":"2026-01-01"},\
            "name":{"fr":"Vaccin d'exercice","en":"Training vaccine"},"gtins":[],"dosesPerVial":10,\
            "storage":{"lowest":2.0,"highest":8.0},"unobserved":"PT30M",\
            "inUse":[{"after":"punctured","lasts":"PT6H","band":{"lowest":2.0,"highest":8.0}},\
            {"after":"reconstituted","lasts":"PT70M","band":{"lowest":2.0,"highest":8.0}}],"precautions":[]}""";

    private TrainingBrief() {}

    public static Brief brief() {
        return new Brief(Duration.ofMinutes(1), List.of(new Brief.Equipment(new EquipmentId("box"),
                List.of(new Brief.PlacedProbe(PRODUCT, ProbePurpose.PRODUCT),
                        new Brief.PlacedProbe(AIR, ProbePurpose.AIR)),
                List.of(LID), "cool-box-2-8", new Temperature(2_000), new Temperature(8_000))),
                List.of(new Brief.Profile(VACCINE, PROFILE)));
    }
}

package org.gardefroid.edge.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/**
 * What the box of the training works by. Its products do not exist, nor can their numbers (GS1 leaves those that begin with 02 to
 * whoever wants them within their own walls), so that no figure of it is taken for a real one.
 */
public final class TrainingBrief {

    static final ProbeId PRODUCT = new ProbeId("box-product");
    static final ProbeId AIR = new ProbeId("box-air");
    static final DoorId LID = new DoorId("box-lid");
    static final ProductId VACCINE = new ProductId("exercice");

    /** Opened in one way, so that its code says all. */
    static final ProductId SCANNED = new ProductId("exercice-scan");

    /** The end of the last day of 2040 in Paris, as (17)401231 says it. */
    private static final Instant LABELLED_UNTIL = Instant.parse("2040-12-31T23:00:00Z");

    private static final EquipmentId BOX = new EquipmentId("box");

    private static final String PROFILE = """
            {"format":1,"product":"exercice","revision":1,"revised":"2026-01-01","source":"exercice",\
            "validation":{"by":"exercice","on":"2026-01-01"},\
            "name":{"fr":"Vaccin d'exercice","en":"Training vaccine"},"gtins":["02000000000015"],"dosesPerVial":10,\
            "storage":{"lowest":2.0,"highest":8.0},"unobserved":"PT30M",\
            "inUse":[{"after":"punctured","lasts":"PT6H","band":{"lowest":2.0,"highest":8.0}},\
            {"after":"reconstituted","lasts":"PT70M","band":{"lowest":2.0,"highest":8.0}}],"precautions":[]}""";

    private static final String SCANNED_PROFILE = """
            {"format":1,"product":"exercice-scan","revision":1,"revised":"2026-01-01","source":"exercice",\
            "validation":{"by":"exercice","on":"2026-01-01"},\
            "name":{"fr":"Vaccin d'exercice à scanner","en":"Training vaccine to scan"},"gtins":["02000000000022"],\
            "dosesPerVial":5,"storage":{"lowest":2.0,"highest":8.0},"unobserved":"PT30M",\
            "inUse":[{"after":"punctured","lasts":"PT6H","band":{"lowest":2.0,"highest":8.0}}],"precautions":[]}""";

    private TrainingBrief() {}

    /** @param start when the lots were put into the box */
    public static Brief brief(Instant start) {
        return new Brief(Duration.ofMinutes(1), List.of(new Brief.Equipment(BOX,
                List.of(new Brief.PlacedProbe(PRODUCT, ProbePurpose.PRODUCT),
                        new Brief.PlacedProbe(AIR, ProbePurpose.AIR)),
                List.of(LID), "cool-box-2-8", new Temperature(2_000), new Temperature(8_000))),
                List.of(new Brief.Profile(VACCINE, PROFILE), new Brief.Profile(SCANNED, SCANNED_PROFILE)),
                List.of(lot("EX1", SCANNED, start), lot("EX2", VACCINE, start)),
                List.of(labelled("v-exercice", List.of()),
                        labelled("v-ailleurs", List.of(new Brief.Handling(VialStep.PUNCTURED,
                                start.minus(Duration.ofHours(1)), new EquipmentId("autre-box"))))));
    }

    private static String lot(String number, ProductId product, Instant start) {
        return "{\"lot\":\"%1$s\",\"product\":\"%2$s\",\"lotNumber\":\"%1$s\",\"doses\":20,\"expiry\":\"%3$s\",\"opening\":[],\"stays\":[{\"equipment\":\"box\",\"since\":\"%4$s\"}]}"
                .formatted(number, product, LABELLED_UNTIL, start);
    }

    private static Brief.LabelledVial labelled(String vial, List<Brief.Handling> elsewhere) {
        return new Brief.LabelledVial(new VialId(vial), SCANNED, new LotNumber("EX1"), elsewhere);
    }
}

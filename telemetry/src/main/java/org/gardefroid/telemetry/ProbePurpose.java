package org.gardefroid.telemetry;

/** What a probe is hung for: the three are never mixed. */
public enum ProbePurpose {
    /** Buffered, beside the vials: feeds excursions, exposure and dose clocks. */
    PRODUCT,
    /** Bare, in the air: feeds door and forecast, and condemns nothing. */
    AIR,
    /** Beside the equipment, where people work: what is out on the table is as warm as that. No rule judges it. */
    AMBIENT;

    /** Whether what it reads is told of goods: of those inside, or of those beside it. */
    public boolean tellsOfGoods() {
        return this != AIR;
    }
}

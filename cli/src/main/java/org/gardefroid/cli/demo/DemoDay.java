package org.gardefroid.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The day that the demo tells: eight hours that pass in two minutes, then go on live.
 *
 * <p>Its margins are wide on purpose: no temperature lingers at a limit, so that what was due does not hang on the noise of
 * a probe.
 *
 * @param start when the day begins, in simulated time
 */
public record DemoDay(Instant start) {

    public static final Duration LENGTH = Duration.ofHours(8);

    /** How fast the clock of the simulated site runs until it has caught up with the present. */
    public static final int RATE = 240;

    /** When the box's link is cut, and for how long, in simulated time. */
    public static final Duration CUT_AT = Duration.ofHours(3);
    public static final Duration CUT_FOR = Duration.ofMinutes(72);

    /** The vial that runs out: to be used within 30 minutes of its reconstitution (its profile says so, with its source). */
    public static final String PRODUCT = "varivax";
    public static final String VIAL_THAT_RUNS_OUT = "v-101";
    public static final String VIAL_USED_IN_TIME = "v-102";

    public List<SimulatedEquipment> equipments() {
        return List.of(
                new SimulatedEquipment("pui-1", "pui-refrigerateur", "Réfrigérateur de la PUI", "Pharmacy refrigerator",
                        0,
                        List.of("at 15m for 40s door open", "at 2h5m for 30s door open", "at 5h10m for 35s door open")),
                new SimulatedEquipment("relais-1", "relais-refrigerateur", "Réfrigérateur du relais",
                        "Relay centre refrigerator", 0,
                        List.of("at 10m for 30s door open", "at 40m for 80m door open")),
                new SimulatedEquipment("emv-1", "emv-glaciere", "Glacière de l'EMV 1", "Cool box of mobile team 1", 2.5,
                        List.of("at 20m for 20h power off", // unplugged from the charger: the team leaves
                                "at 55m for 40s door open",
                                "at 1h vial " + VIAL_THAT_RUNS_OUT + " " + PRODUCT + " reconstituted",
                                "at 3h5m for 40m door open",
                                "at 6h vial " + VIAL_USED_IN_TIME + " " + PRODUCT + " reconstituted",
                                "at 6h12m vial " + VIAL_USED_IN_TIME + " " + PRODUCT + " finished")));
    }
}

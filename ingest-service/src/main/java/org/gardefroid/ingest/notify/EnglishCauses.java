package org.gardefroid.ingest.notify;

import java.util.List;

/** What a message says of each cause, in English. */
final class EnglishCauses {

    private static final List<String> SET_APART = List.of(
            "Set the vials apart between 2 and 8\u00a0°C, marked “à isoler, ne pas utiliser” (isolate, do not use). Throw"
                    + " nothing away.",
            "Call the pharmacist.", "Check the door, the power and the ice packs.");
    private static final String STAY_FROZEN = "Put nothing into a refrigerator: what thaws must not be frozen again. Close the"
            + " freezer, or move the vials to another at the same temperature, marked “à isoler, ne pas utiliser” (isolate,"
            + " do not use). Throw nothing away.";
    private static final List<String> STAY_APART = List.of(
            "Leave the vials apart, “à isoler, ne pas utiliser” (isolate, do not use), until the pharmacist has decided.");
    private static final String GO_AND_READ = "Go and read the temperature on the spot.";

    private EnglishCauses() {}

    static CauseText of(Notice notice) {
        String thing = notice.thing().orElse("");
        return switch (notice.cause()) {
            case TOO_WARM -> temperature(notice, notice.possible() ? "perhaps too warm" : "too warm",
                    notice.possible()
                            ? "The temperature may have been too high: part of the time was not observed."
                            : "The temperature is too high.");
            case TOO_COLD -> temperature(notice, notice.possible() ? "perhaps too cold" : "too cold",
                    notice.possible()
                            ? "The temperature may have been too low: part of the time was not observed."
                            : "The temperature is too low.");
            case TOO_WARM_CUMULATIVE -> temperature(notice, "too warm for too long in all",
                    "In all, the temperature has been too high for longer than allowed.");
            case TOO_COLD_CUMULATIVE -> temperature(notice, "too cold for too long in all",
                    "In all, the temperature has been too low for longer than allowed.");
            case DOOR_LEFT_OPEN -> new CauseText("door open", "The door or lid has been open for too long.",
                    "door closed", "The door or lid is closed.",
                    List.of("Close the door or lid.",
                            "Look at the temperature; if it leaves its range, call the pharmacist."));
            case DOOR_OPENED_OFTEN -> new CauseText("door opened too often", "The door or lid is opened too often.",
                    "door opened less", "The door or lid is not opened so often any more.",
                    List.of("Take out together what is needed, and close at once.", "Look at the temperature."));
            case CHANGING_FAST -> new CauseText("temperature changing fast",
                    "The air in the equipment changes its temperature fast.", "temperature steadier",
                    "The air in the equipment does not change its temperature so fast any more.",
                    List.of("Make sure that the door or lid is closed.", "Look at the temperature."));
            case BREACH_AHEAD -> new CauseText("about to leave its range",
                    "At this rate, the air in the equipment will soon leave its range.", "not about to leave its range",
                    "The air in the equipment is not heading out of its range any more, or has left it.",
                    List.of("Close the door or lid, check the power and the ice packs.",
                            "Make another equipment ready."));
            case NOT_UPRIGHT -> new CauseText("vials tipped over", "The vials do not stand upright any more.",
                    "vials upright again", "The vials stand upright again.",
                    List.of("Set the vials upright, without shaking them.", "Set them apart and ask the pharmacist."));
            case STRUCK -> new CauseText("struck", "The equipment was struck, or has fallen.", "not struck any more",
                    "It was not struck any more. The vials are still to be looked at.",
                    List.of("Open it and look at each vial.",
                            "Set apart what is cracked, tipped over or doubtful, “à isoler, ne pas utiliser” (isolate, do"
                                    + " not use).",
                            "Call the pharmacist."),
                    List.of("Look at each vial, and call the pharmacist if in doubt."));
            case BATTERY_LOW -> battery(notice);
            case MAINS_OFF -> new CauseText("mains off", "The equipment has no power any more.", "mains back",
                    "The equipment has power again.",
                    List.of("Check the plug and the circuit breaker.", "Keep the door closed.",
                            "If it lasts, prepare the transfer with the pharmacist."));
            case PROBE_FAULT -> new CauseText("probe fault", "A probe is faulty: it does not measure any more.",
                    "probe well again", "The probe measures again.",
                    List.of(GO_AND_READ, "Check the probe's cable."));
            case PROBE_STUCK -> new CauseText("probe stuck",
                    "A probe always gives exactly the same value: it has probably ceased to measure.",
                    "probe well again", "The probe gives changing values again.",
                    List.of(GO_AND_READ, "Have the probe replaced."));
            case PROBES_DISAGREE -> new CauseText("probes disagree",
                    "Two probes of one equipment do not give the same temperature.", "probes agree",
                    "The probes agree again.",
                    List.of("Read the temperature with a reference thermometer, and believe the worse one until then.",
                            "Check where the probes hang."));
            case DOSE_TIME_OVER -> new CauseText("vial " + thing + ", time over",
                    "The in-use time of vial " + thing + " is over.", "vial " + thing + " finished",
                    "Vial " + thing + " is recorded as finished.",
                    List.of("Draw up and inject no more: set the vial and its syringes apart, “à isoler, ne pas"
                            + " utiliser” (isolate, do not use).",
                            "Call the pharmacist if a dose was given after the time."));
            case SYRINGE_TIME_OVER -> new CauseText("syringe " + thing + ", time over",
                    "The in-use time of syringe " + thing + " is over.", "syringe " + thing + " finished",
                    "Syringe " + thing + " is recorded as finished.",
                    List.of("Do not inject it: set it apart, “à isoler, ne pas utiliser” (isolate, do not use).",
                            "Call the pharmacist if it was injected after the time."));
            case DOSES_HELD -> new CauseText(notice.critical() ? "doses to be set apart" : "doses to be checked",
                    notice.critical()
                            ? "Doses are not usable any more by their profile: they were too warm or too cold, or for too"
                                    + " long."
                            : "Nobody knows any more whether doses are usable: too long without a reading, or a date has"
                                    + " passed.",
                    "doses checked", "What is said of these doses has changed, or a pharmacist has decided.",
                    List.of(notice.frozen()
                            ? STAY_FROZEN
                            : "Set the doses apart, between 2 and 8\u00a0°C: “à isoler, ne pas utiliser” (isolate, do not"
                                    + " use). Throw nothing away.",
                            "Call the pharmacist. The equipment's page says which lots, and why."),
                    STAY_APART);
            case BUDGET_SPENDING -> new CauseText(
                    notice.critical() ? "time out of storage nearly spent" : "time out of storage half spent",
                    notice.critical()
                            ? "Closed doses have spent more than four fifths of the time that their profile allows out of storage."
                            : "Closed doses have spent more than half of the time that their profile allows out of storage.",
                    "doses stored again",
                    "The doses are at their storage temperature again; the time spent does not come back.",
                    List.of(notice.frozen()
                            ? STAY_FROZEN
                            : "Put the doses back between 2 and 8\u00a0°C, or use them first.",
                            "The equipment's page says which lots, and how much time they have left."));
            case SILENT -> silent(notice);
            case REPORTING_LATE -> new CauseText("readings late",
                    "The equipment is heard, but its readings arrive late: what is seen is old, or its clock is slow.",
                    "readings in time again", "The readings arrive in time again.",
                    List.of(GO_AND_READ, "Check the network and the time of the box."));
            case CLOCK_WRONG -> new CauseText("box does not know the time",
                    "The box does not know the time: what it measures is kept, but cannot be judged yet.",
                    "box knows the time again", "The box knows the time again.",
                    List.of(GO_AND_READ, "Check the box's network: it has the time from there.",
                            "Until then write down by hand when vials are opened."));
            case CALIBRATION_DUE -> new CauseText("calibration due" + (thing.isEmpty() ? "" : " (" + thing + ")"),
                    "The calibration of " + (thing.isEmpty() ? "a probe" : thing)
                            + " ends within 30 days, or has ended.",
                    "calibration up to date", "The calibration is up to date.",
                    List.of("Have the probe calibrated or replaced, then enter the new date."));
            case UNOBSERVED -> new CauseText("not measured", "The probe gives no readings any more.", "measured again",
                    "The probe measures again.", List.of(GO_AND_READ, "Check the box's power and network."));
            case WATCHING -> {
                TroubleText trouble = TroubleText.english(notice);
                yield new CauseText(trouble.shortly(), trouble.sentence(), trouble.over(), trouble.over(),
                        trouble.steps());
            }
        };
    }

    private static CauseText temperature(Notice notice, String shortly, String sentence) {
        String worst = notice.worst().map(seen -> ", " + new English().temperature(notice, seen)).orElse("");
        return new CauseText(shortly + worst, sentence, "temperature back in range",
                "The temperature is back in range. What was out of it is still to be assessed.",
                notice.frozen()
                        ? List.of(STAY_FROZEN, "Call the pharmacist.", "Check the door and the power.")
                        : SET_APART,
                STAY_APART);
    }

    private static CauseText battery(Notice notice) {
        String left = notice.thing().map(level -> " (" + level + ")").orElse("");
        return new CauseText((notice.critical() ? "battery nearly empty" : "battery low") + left,
                notice.critical()
                        ? "The box's battery is nearly empty" + left + ": soon nobody will see the temperature."
                        : "The box's battery is running down" + left + ".",
                "battery charged", "The box's battery is charged again.",
                List.of("Plug the box in.", "Otherwise write the temperature down by hand, at fixed times."));
    }

    private static CauseText silent(Notice notice) {
        String over = "heard again";
        String ended = "The equipment is heard again. The readings it kept meanwhile are coming in.";
        return notice.critical()
                ? new CauseText("not heard, doses in danger",
                        "Nothing is heard of the equipment any more, it holds doses, and the time for which it stays cold"
                                + " without power is running out.",
                        over, ended,
                        List.of("Go there now and read the temperature.",
                                "If it is no longer cold or has no power, put the doses into another equipment, “à isoler,"
                                        + " ne pas utiliser” (isolate, do not use). Throw nothing away.",
                                "Call the pharmacist."))
                : new CauseText("not heard",
                        "Nothing is heard of the equipment any more: nobody sees its temperature.", over, ended,
                        List.of(GO_AND_READ, "Check the box's power and network."));
    }
}

package org.gardefroid.ingest.notify;

import java.util.List;
import org.gardefroid.alerting.Cause;

/**
 * What a message says of something that lasts, in one language.
 *
 * @param shortly on a lock screen
 * @param over on a lock screen, once it has passed
 * @param ended once it has passed
 * @param steps what to do now
 */
record LastingText(String shortly, String sentence, String over, String ended, List<String> steps) {

    static LastingText french(Cause cause) {
        return switch (cause) {
            case DOOR_OPENED_OFTEN -> new LastingText("porte trop souvent ouverte",
                    "La porte ou le couvercle est ouvert trop souvent.", "porte moins ouverte",
                    "La porte ou le couvercle n'est plus ouvert si souvent.",
                    List.of("Regrouper ce qui est à prendre, et refermer aussitôt.", "Regarder la température."));
            case CHANGING_FAST -> new LastingText("température qui change vite",
                    "L'air dans l'équipement change vite de température.", "température plus stable",
                    "L'air dans l'équipement ne change plus si vite de température.",
                    List.of("Vérifier que la porte ou le couvercle est fermé.", "Regarder la température."));
            case BREACH_AHEAD -> new LastingText("va sortir de la plage",
                    "À cette allure, l'air dans l'équipement va bientôt sortir de la plage.",
                    "ne va plus sortir de la plage",
                    "L'air dans l'équipement ne va plus vers la sortie de la plage, ou en est sorti.",
                    List.of("Fermer la porte ou le couvercle, vérifier le courant et les accumulateurs de froid.",
                            "Préparer un autre équipement."));
            case NOT_UPRIGHT -> new LastingText("flacons renversés", "Les flacons ne sont plus debout.",
                    "flacons de nouveau debout", "Les flacons sont de nouveau debout.",
                    List.of("Redresser les flacons, sans les secouer.",
                            "Les mettre à part et demander au pharmacien."));
            case MAINS_OFF -> new LastingText("courant coupé", "L'équipement n'a plus de courant.", "courant revenu",
                    "L'équipement a de nouveau du courant.",
                    List.of("Vérifier la prise et le disjoncteur.", "Laisser la porte fermée.",
                            "Si la coupure dure, préparer le transfert avec le pharmacien."));
            case PROBE_FAULT -> new LastingText("sonde en défaut", "Une sonde est en défaut : elle ne mesure plus.",
                    "sonde rétablie", "La sonde mesure de nouveau.",
                    List.of("Aller lire la température sur place.", "Vérifier le câble de la sonde."));
            case PROBE_STUCK -> new LastingText("sonde figée",
                    "Une sonde donne toujours exactement la même valeur : elle ne mesure sans doute plus.",
                    "sonde rétablie", "La sonde donne de nouveau des valeurs qui changent.",
                    List.of("Aller lire la température sur place.", "Faire remplacer la sonde."));
            case PROBES_DISAGREE -> new LastingText("sondes en désaccord",
                    "Deux sondes du même équipement ne donnent pas la même température.", "sondes d'accord",
                    "Les sondes sont de nouveau d'accord.",
                    List.of("Lire la température avec un thermomètre de contrôle, et croire la moins bonne en attendant.",
                            "Vérifier la place des sondes."));
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE, DOOR_LEFT_OPEN, DOSE_TIME_OVER, SILENT,
                    UNOBSERVED, WATCHING ->
                throw new IllegalArgumentException("nothing that lasts: " + cause.code());
        };
    }

    static LastingText english(Cause cause) {
        return switch (cause) {
            case DOOR_OPENED_OFTEN -> new LastingText("door opened too often", "The door or lid is opened too often.",
                    "door opened less", "The door or lid is not opened so often any more.",
                    List.of("Take out together what is needed, and close at once.", "Look at the temperature."));
            case CHANGING_FAST -> new LastingText("temperature changing fast",
                    "The air in the equipment changes its temperature fast.", "temperature steadier",
                    "The air in the equipment does not change its temperature so fast any more.",
                    List.of("Make sure that the door or lid is closed.", "Look at the temperature."));
            case BREACH_AHEAD -> new LastingText("about to leave its range",
                    "At this rate, the air in the equipment will soon leave its range.", "not about to leave its range",
                    "The air in the equipment is not heading out of its range any more, or has left it.",
                    List.of("Close the door or lid, check the power and the ice packs.",
                            "Make another equipment ready."));
            case NOT_UPRIGHT -> new LastingText("vials tipped over", "The vials do not stand upright any more.",
                    "vials upright again", "The vials stand upright again.",
                    List.of("Set the vials upright, without shaking them.", "Set them apart and ask the pharmacist."));
            case MAINS_OFF -> new LastingText("mains off", "The equipment has no power any more.", "mains back",
                    "The equipment has power again.",
                    List.of("Check the plug and the circuit breaker.", "Keep the door closed.",
                            "If it lasts, prepare the transfer with the pharmacist."));
            case PROBE_FAULT -> new LastingText("probe fault", "A probe is faulty: it does not measure any more.",
                    "probe well again", "The probe measures again.",
                    List.of("Go and read the temperature on the spot.", "Check the probe's cable."));
            case PROBE_STUCK -> new LastingText("probe stuck",
                    "A probe always gives exactly the same value: it has probably ceased to measure.",
                    "probe well again", "The probe gives changing values again.",
                    List.of("Go and read the temperature on the spot.", "Have the probe replaced."));
            case PROBES_DISAGREE -> new LastingText("probes disagree",
                    "Two probes of one equipment do not give the same temperature.", "probes agree",
                    "The probes agree again.",
                    List.of("Read the temperature with a reference thermometer, and believe the worse one until then.",
                            "Check where the probes hang."));
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE, DOOR_LEFT_OPEN, DOSE_TIME_OVER, SILENT,
                    UNOBSERVED, WATCHING ->
                throw new IllegalArgumentException("nothing that lasts: " + cause.code());
        };
    }
}

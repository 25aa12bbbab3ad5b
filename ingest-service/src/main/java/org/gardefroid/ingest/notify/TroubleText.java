package org.gardefroid.ingest.notify;

import java.util.List;

/**
 * What a message says of a trouble of the watching itself, in one language.
 *
 * @param shortly on a lock screen
 * @param over once it has passed
 * @param steps what to do now
 */
record TroubleText(String shortly, String sentence, String over, List<String> steps) {

    private static final List<String> LOOK_EN = List.of("Go and read the temperature on the spot.",
            "Tell whoever runs the system.");
    private static final List<String> LOOK_FR = List.of("Aller lire la température sur place.",
            "Prévenir l'exploitant du système.");

    static TroubleText english(Notice notice) {
        String thing = notice.thing().orElse("");
        return switch (notice.trouble().orElse(Trouble.OTHER)) {
            case JUDGING_FAILED -> new TroubleText("no longer judged",
                    "Readings arrive and are kept, but can no longer be judged: no alarm will come from here.",
                    "judged again", LOOK_EN);
            case GOODS_NOT_JUDGED -> new TroubleText("some doses cannot be judged",
                    "The program cannot judge some of the lots or vials recorded here. They are to be set apart.",
                    "all doses judged again",
                    List.of("Set apart what the page says is not judged.", "Tell whoever runs the system."));
            case FORK, BROKEN_CHAIN -> new TroubleText("contradicting data of " + thing,
                    "The device sends data that contradict what it sent before. They are set apart.",
                    "no more contradictions", LOOK_EN);
            case NOBODY_ON_CALL -> new TroubleText("nobody on call (" + thing + ")",
                    "Nobody is on call by the rota " + thing + ". The next step of the cascade was told instead.",
                    "somebody is on call", List.of("Enter who is on call."));
            case NOBODY_ON_CALL_SOON -> new TroubleText("nobody on call soon (" + thing + ")",
                    "Nobody will be on call: " + thing + ".", "the rota has no hole", List.of("Enter who is on call."));
            case CERTIFICATE_ENDS -> new TroubleText("certificate not renewed (" + thing + ")",
                    "A device does not renew its certificate, and will fall silent when it ends: " + thing + ".",
                    "certificate renewed", List.of("Tell whoever runs the system."));
            case CANARY_LOST -> new TroubleText("alarms may not come through",
                    "A trial that goes the whole way did not arrive: alarms may not come through.",
                    "trials arrive again", LOOK_EN);
            case HEARTBEAT_LOST -> new TroubleText("outside watch not reached",
                    "The outside address that watches this system cannot be reached: nobody would notice it stop.",
                    "outside watch reached again", List.of("Tell whoever runs the system."));
            case WEEKLY_TEST -> new TroubleText("weekly test, nothing is wrong",
                    "This is the weekly test: nothing is wrong. Answer it as you would answer an alarm.",
                    "test over", List.of("Answer, so that the way back is tried as well."));
            case OTHER -> new TroubleText("technical fault", "Something is wrong with the watching.",
                    "technical fault over", LOOK_EN);
        };
    }

    static TroubleText french(Notice notice) {
        String thing = notice.thing().orElse("");
        return switch (notice.trouble().orElse(Trouble.OTHER)) {
            case JUDGING_FAILED -> new TroubleText("n'est plus jugé",
                    "Les mesures arrivent et sont gardées, mais ne peuvent plus être jugées : aucune alerte n'en viendra.",
                    "de nouveau jugé", LOOK_FR);
            case GOODS_NOT_JUDGED -> new TroubleText("des doses ne peuvent pas être jugées",
                    "Le programme ne peut pas juger certains des lots ou flacons enregistrés ici. Ils sont à isoler.",
                    "toutes les doses sont de nouveau jugées",
                    List.of("Isoler ce que la page dit non jugé.", "Prévenir l'exploitant du système."));
            case FORK, BROKEN_CHAIN -> new TroubleText("données contradictoires de " + thing,
                    "L'appareil envoie des données qui contredisent ce qu'il avait envoyé. Elles sont mises à part.",
                    "plus de contradiction", LOOK_FR);
            case NOBODY_ON_CALL -> new TroubleText("personne d'astreinte (" + thing + ")",
                    "Personne n'est d'astreinte selon le planning " + thing
                            + ". L'étape suivante de la cascade a été prévenue à la place.",
                    "quelqu'un est d'astreinte", List.of("Saisir qui est d'astreinte."));
            case NOBODY_ON_CALL_SOON -> new TroubleText("bientôt personne d'astreinte (" + thing + ")",
                    "Personne ne sera d'astreinte : " + thing + ".", "le planning n'a plus de trou",
                    List.of("Saisir qui est d'astreinte."));
            case CERTIFICATE_ENDS -> new TroubleText("certificat non renouvelé (" + thing + ")",
                    "Un appareil ne renouvelle pas son certificat, et se taira à son échéance : " + thing + ".",
                    "certificat renouvelé", List.of("Prévenir l'exploitant du système."));
            case CANARY_LOST -> new TroubleText("les alertes n'arrivent peut-être plus",
                    "Un essai de bout en bout n'est pas arrivé : les alertes n'arrivent peut-être plus.",
                    "les essais arrivent de nouveau", LOOK_FR);
            case HEARTBEAT_LOST -> new TroubleText("veille extérieure injoignable",
                    "L'adresse extérieure qui veille sur ce système est injoignable : personne ne verrait qu'il s'arrête.",
                    "veille extérieure de nouveau jointe", List.of("Prévenir l'exploitant du système."));
            case WEEKLY_TEST -> new TroubleText("essai hebdomadaire, tout va bien",
                    "C'est l'essai hebdomadaire : tout va bien. Répondez-y comme à une alerte.", "essai terminé",
                    List.of("Répondre, pour que le retour soit essayé aussi."));
            case OTHER -> new TroubleText("anomalie technique", "La surveillance elle-même a une anomalie.",
                    "anomalie technique terminée", LOOK_FR);
        };
    }
}

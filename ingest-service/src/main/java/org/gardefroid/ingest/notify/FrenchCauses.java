package org.gardefroid.ingest.notify;

import java.util.List;

/** Ce qu'un message dit de chaque cause, en français. */
final class FrenchCauses {

    private static final List<String> SET_APART = List.of(
            "Mettre les flacons à part, entre 2 et 8\u00a0°C : « à isoler, ne pas utiliser ». Ne rien jeter.",
            "Appeler le pharmacien.", "Vérifier la porte, le courant et les accumulateurs de froid.");
    private static final String STAY_FROZEN = "Ne rien mettre au réfrigérateur : ce qui dégèle ne doit pas être recongelé. Fermer le"
            + " congélateur, ou transférer les flacons dans un autre à la même température : « à isoler, ne pas utiliser »."
            + " Ne rien jeter.";
    private static final List<String> STAY_APART = List.of(
            "Laisser les flacons à part, « à isoler, ne pas utiliser », jusqu'à la décision du pharmacien.");
    private static final String GO_AND_READ = "Aller lire la température sur place.";

    private FrenchCauses() {}

    static CauseText of(Notice notice) {
        String thing = notice.thing().orElse("");
        return switch (notice.cause()) {
            case TOO_WARM -> temperature(notice, notice.possible() ? "peut-être trop chaud" : "trop chaud",
                    notice.possible()
                            ? "La température a peut-être été trop haute : une partie n'a pas été observée."
                            : "La température est trop haute.");
            case TOO_COLD -> temperature(notice, notice.possible() ? "peut-être trop froid" : "trop froid",
                    notice.possible()
                            ? "La température a peut-être été trop basse : une partie n'a pas été observée."
                            : "La température est trop basse.");
            case TOO_WARM_CUMULATIVE -> temperature(notice, "trop longtemps trop chaud, en tout",
                    "En tout, la température a été trop haute plus longtemps que permis.");
            case TOO_COLD_CUMULATIVE -> temperature(notice, "trop longtemps trop froid, en tout",
                    "En tout, la température a été trop basse plus longtemps que permis.");
            case DOOR_LEFT_OPEN -> new CauseText("porte ouverte",
                    "La porte ou le couvercle est resté ouvert trop longtemps.", "porte refermée",
                    "La porte ou le couvercle est refermé.",
                    List.of("Refermer la porte ou le couvercle.",
                            "Regarder la température ; si elle sort de la plage, appeler le pharmacien."));
            case DOOR_OPENED_OFTEN -> new CauseText("porte trop souvent ouverte",
                    "La porte ou le couvercle est ouvert trop souvent.", "porte moins ouverte",
                    "La porte ou le couvercle n'est plus ouvert si souvent.",
                    List.of("Regrouper ce qui est à prendre, et refermer aussitôt.", "Regarder la température."));
            case CHANGING_FAST -> new CauseText("température qui change vite",
                    "L'air dans l'équipement change vite de température.", "température plus stable",
                    "L'air dans l'équipement ne change plus si vite de température.",
                    List.of("Vérifier que la porte ou le couvercle est fermé.", "Regarder la température."));
            case BREACH_AHEAD -> new CauseText("va sortir de la plage",
                    "À cette allure, l'air dans l'équipement va bientôt sortir de la plage.",
                    "ne va plus sortir de la plage",
                    "L'air dans l'équipement ne va plus vers la sortie de la plage, ou en est sorti.",
                    List.of("Fermer la porte ou le couvercle, vérifier le courant et les accumulateurs de froid.",
                            "Préparer un autre équipement."));
            case NOT_UPRIGHT -> new CauseText("flacons renversés", "Les flacons ne sont plus debout.",
                    "flacons de nouveau debout", "Les flacons sont de nouveau debout.",
                    List.of("Redresser les flacons, sans les secouer.",
                            "Les mettre à part et demander au pharmacien."));
            case STRUCK -> new CauseText("choc", "L'équipement a reçu un choc, ou il est tombé.", "plus de choc",
                    "Il n'y a plus eu de choc. Les flacons restent à regarder.",
                    List.of("Ouvrir et regarder chaque flacon.",
                            "Mettre à part ce qui est fêlé, renversé ou douteux : « à isoler, ne pas utiliser ».",
                            "Appeler le pharmacien."),
                    List.of("Regarder chaque flacon, et appeler le pharmacien en cas de doute."));
            case BATTERY_LOW -> battery(notice);
            case MAINS_OFF -> new CauseText("courant coupé", "L'équipement n'a plus de courant.", "courant revenu",
                    "L'équipement a de nouveau du courant.",
                    List.of("Vérifier la prise et le disjoncteur.", "Laisser la porte fermée.",
                            "Si la coupure dure, préparer le transfert avec le pharmacien."));
            case PROBE_FAULT -> new CauseText("sonde en défaut", "Une sonde est en défaut : elle ne mesure plus.",
                    "sonde rétablie", "La sonde mesure de nouveau.",
                    List.of(GO_AND_READ, "Vérifier le câble de la sonde."));
            case PROBE_STUCK -> new CauseText("sonde figée",
                    "Une sonde donne toujours exactement la même valeur : elle ne mesure sans doute plus.",
                    "sonde rétablie", "La sonde donne de nouveau des valeurs qui changent.",
                    List.of(GO_AND_READ, "Faire remplacer la sonde."));
            case PROBES_DISAGREE -> new CauseText("sondes en désaccord",
                    "Deux sondes du même équipement ne donnent pas la même température.", "sondes d'accord",
                    "Les sondes sont de nouveau d'accord.",
                    List.of("Lire la température avec un thermomètre de contrôle, et retenir la plus défavorable en attendant.",
                            "Vérifier la place des sondes."));
            case DOSE_TIME_OVER -> new CauseText("flacon " + thing + ", délai dépassé",
                    "Le délai d'utilisation du flacon " + thing + " est dépassé.", "flacon " + thing + " terminé",
                    "Le flacon " + thing + " est déclaré terminé.",
                    List.of("Ne plus prélever ni injecter : mettre le flacon et ses seringues à part, « à isoler,"
                            + " ne pas utiliser ».",
                            "Appeler le pharmacien si une dose a été donnée après l'heure."));
            case SYRINGE_TIME_OVER -> new CauseText("seringue " + thing + ", délai dépassé",
                    "Le délai d'utilisation de la seringue " + thing + " est dépassé.",
                    "seringue " + thing + " terminée", "La seringue " + thing + " est déclarée terminée.",
                    List.of("Ne pas l'injecter : la mettre à part, « à isoler, ne pas utiliser ».",
                            "Appeler le pharmacien si elle a été injectée après l'heure."));
            case DOSES_HELD -> new CauseText(notice.critical() ? "doses à isoler" : "doses à vérifier",
                    notice.critical()
                            ? "Des doses ne sont plus utilisables selon leur profil : elles ont eu trop chaud ou trop"
                                    + " froid, ou trop longtemps."
                            : "On ne sait plus si des doses sont utilisables : trop de temps sans mesure, ou une date"
                                    + " passée.",
                    "doses vérifiées", "Ce qui est dit de ces doses a changé, ou un pharmacien a décidé.",
                    List.of(notice.frozen()
                            ? STAY_FROZEN
                            : "Mettre les doses à part, entre 2 et 8\u00a0°C : « à isoler, ne pas utiliser ». Ne rien jeter.",
                            "Appeler le pharmacien. La page de l'équipement dit quels lots, et pourquoi."),
                    STAY_APART);
            case BUDGET_SPENDING -> new CauseText(
                    notice.critical()
                            ? "temps hors conservation presque épuisé"
                            : "temps hors conservation à moitié utilisé",
                    notice.critical()
                            ? "Des doses fermées ont utilisé plus des quatre cinquièmes du temps que leur profil permet hors conservation."
                            : "Des doses fermées ont utilisé plus de la moitié du temps que leur profil permet hors conservation.",
                    "doses de nouveau conservées",
                    "Les doses sont de nouveau à leur température de conservation ; le temps utilisé ne revient pas.",
                    List.of(notice.frozen()
                            ? STAY_FROZEN
                            : "Remettre les doses entre 2 et 8\u00a0°C, ou les utiliser en premier.",
                            "La page de l'équipement dit quels lots, et combien de temps il leur reste."));
            case SILENT -> silent(notice);
            case REPORTING_LATE -> new CauseText("mesures en retard",
                    "L'équipement est en contact, mais ses mesures arrivent en retard : ce qu'on voit est ancien, ou son"
                            + " horloge retarde.",
                    "mesures de nouveau à temps", "Les mesures arrivent de nouveau à temps.",
                    List.of(GO_AND_READ, "Vérifier le réseau et l'heure du boîtier."));
            case CLOCK_WRONG -> new CauseText("heure du boîtier inconnue",
                    "Le boîtier ne connaît pas l'heure : ce qu'il mesure est gardé, mais ne peut pas encore être jugé.",
                    "boîtier de nouveau à l'heure", "Le boîtier est de nouveau à l'heure.",
                    List.of(GO_AND_READ, "Vérifier le réseau du boîtier : c'est par lui qu'il se met à l'heure.",
                            "En attendant, noter à la main l'heure d'ouverture des flacons."));
            case CALIBRATION_DUE -> new CauseText("étalonnage à refaire" + (thing.isEmpty() ? "" : " (" + thing + ")"),
                    "L'étalonnage " + (thing.isEmpty() ? "d'une sonde" : "de " + thing)
                            + " arrive à échéance dans les 30 jours, ou est échu.",
                    "étalonnage à jour", "L'étalonnage est à jour.",
                    List.of("Faire étalonner ou remplacer la sonde, puis saisir la nouvelle date."));
            case UNOBSERVED -> new CauseText("sans mesure", "La sonde ne donne plus de mesure.", "de nouveau mesuré",
                    "La sonde mesure de nouveau.",
                    List.of(GO_AND_READ, "Vérifier le courant et le réseau du boîtier."));
            case WATCHING -> {
                TroubleText trouble = TroubleText.french(notice);
                yield new CauseText(trouble.shortly(), trouble.sentence(), trouble.over(), trouble.over(),
                        trouble.steps());
            }
        };
    }

    private static CauseText temperature(Notice notice, String shortly, String sentence) {
        String worst = notice.worst().map(seen -> ", " + new French().temperature(notice, seen)).orElse("");
        return new CauseText(shortly + worst, sentence, "température revenue dans la plage",
                "La température est revenue dans la plage. Ce qui était dehors reste à évaluer.",
                notice.frozen()
                        ? List.of(STAY_FROZEN, "Appeler le pharmacien.", "Vérifier la porte et le courant.")
                        : SET_APART,
                STAY_APART);
    }

    private static CauseText battery(Notice notice) {
        String left = notice.thing().map(level -> " (" + level + ")").orElse("");
        return new CauseText((notice.critical() ? "batterie presque vide" : "batterie faible") + left,
                notice.critical()
                        ? "La batterie du boîtier est presque vide" + left
                                + " : bientôt personne ne verra plus la température."
                        : "La batterie du boîtier s'épuise" + left + ".",
                "batterie rechargée", "La batterie du boîtier est rechargée.",
                List.of("Brancher le boîtier.", "Sinon, noter la température à la main, à heures fixes."));
    }

    private static CauseText silent(Notice notice) {
        String over = "de nouveau en contact";
        String ended = "L'équipement est de nouveau en contact. Les mesures gardées pendant la coupure arrivent.";
        return notice.critical()
                ? new CauseText("plus de nouvelles, doses en danger",
                        "L'équipement ne donne plus de nouvelles, il contient des doses, et le temps pendant lequel il"
                                + " reste froid sans courant s'achève.",
                        over, ended,
                        List.of("Aller sur place maintenant et lire la température.",
                                "S'il n'est plus froid ou plus alimenté, mettre les doses dans un autre équipement : « à"
                                        + " isoler, ne pas utiliser ». Ne rien jeter.",
                                "Appeler le pharmacien."))
                : new CauseText("plus de nouvelles",
                        "L'équipement ne donne plus de nouvelles : personne ne voit sa température.", over, ended,
                        List.of(GO_AND_READ, "Vérifier le courant et le réseau du boîtier."));
    }
}

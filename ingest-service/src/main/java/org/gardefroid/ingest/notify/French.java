package org.gardefroid.ingest.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gardefroid.alerting.Bound;

/** Ce que dit un message, en français. */
final class French implements Words {

    @Override
    public Locale locale() {
        return Locale.FRANCE;
    }

    @Override
    public String label(Notice notice) {
        return notice.labelFr();
    }

    @Override
    public String subject(Notice notice, Times times) {
        String where = notice.labelFr();
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> badge(notice) + " " + where + " : " + what(notice) + " depuis "
                    + times.clock(notice.since());
            case CLEARED -> "Terminé " + where + " : " + over(notice);
            case CORRECTED -> "RECTIFICATIF " + where + " : alerte annulée (" + what(notice) + ")";
        };
    }

    private String what(Notice notice) {
        String worst = notice.worst().map(seen -> ", " + temperature(seen.milliCelsius())).orElse("");
        return switch (notice.cause()) {
            case TOO_WARM -> (notice.possible() ? "peut-être trop chaud" : "trop chaud") + worst;
            case TOO_COLD -> (notice.possible() ? "peut-être trop froid" : "trop froid") + worst;
            case TOO_WARM_CUMULATIVE -> "trop longtemps trop chaud, en tout" + worst;
            case TOO_COLD_CUMULATIVE -> "trop longtemps trop froid, en tout" + worst;
            case DOOR_LEFT_OPEN -> "porte ouverte";
            case DOSE_TIME_OVER -> "flacon " + notice.thing().orElse("") + ", délai dépassé";
            case SILENT -> "plus de nouvelles";
            case UNOBSERVED -> "sans mesure";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.french(notice.cause()).shortly();
            case WATCHING -> TroubleText.french(notice).shortly();
        };
    }

    private static String over(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> "température revenue dans la plage";
            case DOOR_LEFT_OPEN -> "porte refermée";
            case DOSE_TIME_OVER -> "flacon " + notice.thing().orElse("") + " terminé";
            case SILENT -> "de nouveau en contact";
            case UNOBSERVED -> "de nouveau mesuré";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.french(notice.cause()).over();
            case WATCHING -> TroubleText.french(notice).over();
        };
    }

    @Override
    public String badge(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> notice.cause().isTechnical() ? "TECHNIQUE" : notice.critical() ? "URGENT" : "ALERTE";
            case WORSENED -> "AGGRAVATION";
            case RESUMED -> "SE POURSUIT";
            case CLEARED -> "TERMINÉ";
            case CORRECTED -> "RECTIFICATIF";
            case ESCALATED -> "SANS RÉPONSE";
        };
    }

    @Override
    public String happened(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> begun(notice);
            case WORSENED -> "L'alerte s'aggrave. " + begun(notice);
            case RESUMED -> "L'alerte annoncée comme terminée se poursuit. " + begun(notice);
            case CLEARED -> ended(notice);
            case ESCALATED -> "Personne n'a répondu jusqu'ici. "
                    + (notice.until().isPresent() ? ended(notice) : begun(notice));
            case CORRECTED -> "Des mesures arrivées en retard montrent que l'alerte qui vous a été envoyée n'avait pas"
                    + " lieu d'être. Elle est annulée.";
        };
    }

    private static String begun(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM -> notice.possible()
                    ? "La température a peut-être été trop haute : une partie n'a pas été observée."
                    : "La température est trop haute.";
            case TOO_COLD -> notice.possible()
                    ? "La température a peut-être été trop basse : une partie n'a pas été observée."
                    : "La température est trop basse.";
            case TOO_WARM_CUMULATIVE -> "En tout, la température a été trop haute plus longtemps que permis.";
            case TOO_COLD_CUMULATIVE -> "En tout, la température a été trop basse plus longtemps que permis.";
            case DOOR_LEFT_OPEN -> "La porte ou le couvercle est resté ouvert trop longtemps.";
            case DOSE_TIME_OVER -> "Le délai d'utilisation du flacon " + notice.thing().orElse("") + " est dépassé.";
            case SILENT -> "L'équipement ne donne plus de nouvelles : personne ne voit sa température.";
            case UNOBSERVED -> "La sonde ne donne plus de mesure.";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.french(notice.cause()).sentence();
            case WATCHING -> TroubleText.french(notice).sentence();
        };
    }

    private static String ended(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE ->
                "La température est revenue dans la plage. Ce qui était dehors reste à évaluer.";
            case DOOR_LEFT_OPEN -> "La porte ou le couvercle est refermé.";
            case DOSE_TIME_OVER -> "Le flacon " + notice.thing().orElse("") + " est déclaré terminé.";
            case SILENT -> "L'équipement est de nouveau en contact. Les mesures gardées pendant la coupure arrivent.";
            case UNOBSERVED -> "La sonde mesure de nouveau.";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.french(notice.cause()).ended();
            case WATCHING -> TroubleText.french(notice).over();
        };
    }

    @Override
    public List<String> toDo(Notice notice) {
        List<String> steps = new ArrayList<>();
        switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> {
                switch (notice.cause()) {
                    case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> {
                        steps.add(
                                "Mettre les flacons à part, entre 2 et 8\u00a0°C : « à isoler, ne pas utiliser ». Ne rien"
                                        + " jeter.");
                        steps.add("Appeler le pharmacien.");
                        steps.add("Vérifier la porte, le courant et les accumulateurs de froid.");
                    }
                    case DOOR_LEFT_OPEN -> {
                        steps.add("Refermer la porte ou le couvercle.");
                        steps.add("Regarder la température ; si elle sort de la plage, appeler le pharmacien.");
                    }
                    case DOSE_TIME_OVER -> {
                        steps.add("Ne plus prélever ni injecter : mettre le flacon et ses seringues à part, « à isoler,"
                                + " ne pas utiliser ».");
                        steps.add("Appeler le pharmacien si une dose a été donnée après l'heure.");
                    }
                    case SILENT, UNOBSERVED -> {
                        steps.add("Aller lire la température sur place.");
                        steps.add("Vérifier le courant et le réseau du boîtier.");
                    }
                    case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT,
                            PROBE_STUCK, PROBES_DISAGREE ->
                        steps.addAll(LastingText.french(notice.cause()).steps());
                    case WATCHING -> steps.addAll(TroubleText.french(notice).steps());
                }
            }
            case CLEARED -> {
                switch (notice.cause()) {
                    case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE ->
                        steps.add("Laisser les flacons à part, « à isoler, ne pas utiliser »,"
                                + " jusqu'à la décision du pharmacien.");
                    case DOOR_LEFT_OPEN, DOSE_TIME_OVER, SILENT, UNOBSERVED, WATCHING, DOOR_OPENED_OFTEN, CHANGING_FAST,
                            BREACH_AHEAD, NOT_UPRIGHT,
                            MAINS_OFF, PROBE_FAULT, PROBE_STUCK, PROBES_DISAGREE ->
                        {
                        }
                }
            }
            case CORRECTED -> steps.add("Demander au pharmacien avant de reprendre ce qui a été mis à part.");
        }
        return steps;
    }

    @Override
    public String bound(Bound bound) {
        String limit = temperature(bound.limit().milliCelsius());
        return switch (bound) {
            case Bound.Above above -> "au plus " + limit;
            case Bound.AtOrAbove atOrAbove -> "moins de " + limit;
            case Bound.Below below -> "au moins " + limit;
            case Bound.AtOrBelow atOrBelow -> "plus de " + limit;
        };
    }

    @Override
    public String unobserved(Duration unobserved) {
        return Math.max(1, unobserved.toMinutes()) + " min sans mesure, ni bonnes ni mauvaises";
    }

    @Override
    public String since() {
        return "Depuis";
    }

    @Override
    public String until() {
        return "Jusqu'à";
    }

    @Override
    public String limit() {
        return "Permis";
    }

    @Override
    public String worst() {
        return "Au pire";
    }

    @Override
    public String current() {
        return "Dernière";
    }

    @Override
    public String notObserved() {
        return "Non observé";
    }

    @Override
    public String now() {
        return "À faire maintenant";
    }

    @Override
    public String open() {
        return "Voir l'alarme et répondre";
    }

    @Override
    public String opensOnly() {
        return "Ouvrir la page n'acquitte rien : il faut y appuyer sur « Je m'en occupe ».";
    }

    @Override
    public String automatic() {
        return "Message automatique de Gardefroid. Les heures sont celles du site.";
    }

    @Override
    public String fallback(Notice notice) {
        return notice.fallbackFr();
    }

    @Override
    public String fallbackTitle() {
        return "Plan de repli";
    }

    @Override
    public String answerByText(int code) {
        return "Répondre OK " + code;
    }

    @Override
    public String answerByKey() {
        return "Tapez 1 pour dire que vous vous en occupez.";
    }
}

package org.gardefroid.ingest.notify;

import java.time.Duration;
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
            case RAISED, WORSENED, RESUMED, ESCALATED ->
                badge(notice) + " " + where + " : " + FrenchCauses.of(notice).shortly() + " depuis "
                        + times.clock(notice.since());
            case CLEARED -> "Terminé " + where + " : " + FrenchCauses.of(notice).over();
            case CORRECTED -> "RECTIFICATIF " + where + " : alerte annulée (" + FrenchCauses.of(notice).shortly() + ")";
        };
    }

    @Override
    public String badge(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> notice.isTechnical() ? "TECHNIQUE" : notice.critical() ? "URGENT" : "ALERTE";
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
            case RAISED -> FrenchCauses.of(notice).sentence();
            case WORSENED -> "L'alerte s'aggrave. " + FrenchCauses.of(notice).sentence();
            case RESUMED -> "L'alerte annoncée comme terminée se poursuit. " + FrenchCauses.of(notice).sentence();
            case CLEARED -> FrenchCauses.of(notice).ended();
            case ESCALATED -> "Personne n'a répondu jusqu'ici. "
                    + (notice.until().isPresent()
                            ? FrenchCauses.of(notice).ended()
                            : FrenchCauses.of(notice).sentence());
            case CORRECTED -> "Des mesures arrivées en retard montrent que l'alerte qui vous a été envoyée n'avait pas"
                    + " lieu d'être. Elle est annulée.";
        };
    }

    @Override
    public List<String> toDo(Notice notice) {
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> FrenchCauses.of(notice).steps();
            case CLEARED -> FrenchCauses.of(notice).afterwards();
            case CORRECTED -> List.of("Demander au pharmacien avant de reprendre ce qui a été mis à part.");
        };
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

package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Subject;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Place;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Stay;

/**
 * What has happened to goods that somebody has to be told of: not that a profile is unsigned, which was so from the beginning, nor
 * what only the time since the last reading would do, for that may still come.
 */
final class HeldDoses {

    private static final RuleName RULE = new RuleName("verdict");

    private HeldDoses() {}

    /** By what the goods are called, also those that nothing is told of. */
    static Map<String, List<Lasting>> of(Collection<Judged> judged, Surroundings surroundings) {
        Map<String, Map<FactId, Lasting>> held = new HashMap<>();
        for (Judged each : judged) {
            String goods = name(each.goods());
            Map<FactId, Lasting> facts = held.computeIfAbsent(goods, any -> new HashMap<>());
            each.judgement().grounds().forEach(ground -> fact(goods, each, ground, surroundings)
                    .ifPresent(fact -> facts.merge(fact.id(), fact, HeldDoses::worse)));
            if (each.goods().vial().isEmpty()) { // an opened vial has its clock, and that warns by itself
                new BudgetMarks(goods, each.judgement(), surroundings).facts()
                        .forEach(fact -> facts.merge(fact.id(), fact, HeldDoses::worse));
            }
        }
        Map<String, List<Lasting>> lists = new HashMap<>();
        held.forEach((goods, facts) -> lists.put(goods, List.copyOf(facts.values())));
        return lists;
    }

    private static String name(Goods goods) {
        return goods.vial().map(vial -> "vial-" + vial).orElseGet(() -> "lot-" + goods.lot().orElseThrow());
    }

    private static Optional<Lasting> fact(String goods, Judged judged, Ground ground, Surroundings surroundings) {
        Optional<Severity> severity = severity(ground.code());
        if (severity.isEmpty() || ground.since().isEmpty()) {
            return Optional.empty();
        }
        Judgement judgement = judged.judgement();
        Instant since = ground.since().get();
        Optional<PlaceId> where = placeAt(judgement, since);
        boolean isRead = ground.code() == Ground.Code.LABEL_EXPIRED || where
                .filter(place -> !since.isAfter(surroundings.lastReading(here(judgement).orElse(place).name())))
                .isPresent();
        // What befell its lot before it was opened is the lot's.
        boolean isOwn = judged.goods().vial().isEmpty() || judgement.starts().stream()
                .flatMap(start -> start.at().stream()).noneMatch(since::isBefore);
        return where.filter(place -> isRead && isOwn).map(place -> new Lasting(
                new FactId(new Subject.GoodsIn(new EquipmentId(place.name()), goods), RULE, since), Cause.DOSES_HELD,
                severity.get(), since, ended(judgement, since)));
    }

    private static Optional<Severity> severity(Ground.Code code) {
        return switch (code) {
            case BUDGET_SPENT, FROZEN, REFROZEN, OUT_OF_BAND -> Optional.of(Severity.CRITICAL);
            case BUDGET_PERHAPS_SPENT, UNOBSERVED_TOO_LONG, THAW_NOT_RECORDED, LABEL_EXPIRED ->
                Optional.of(Severity.WARNING);
            case IN_USE_TIME_OVER -> Optional.empty(); // the dose clock tells of it
            case OPENING_EXPOSURE_UNKNOWN, FIGURE_MISSING, PROFILE_NOT_SIGNED, NO_PROFILE, TIME_UNKNOWN, MIXED_UP,
                    DRAWING_VOIDED,
                    NOT_JUDGED,
                    FINISHED, SIGNED_TO_DESTROY, TOO_MANY_DOSES, ALL_DOSES_TAKEN, EXPIRY_UNSAID, PRODUCT_NOT_CHOSEN,
                    START_VOIDED ->
                Optional.empty();
        };
    }

    static Optional<PlaceId> placeAt(Judgement judgement, Instant at) {
        return judgement.stays().stream().filter(stay -> !stay.from().isAfter(at)).map(Stay::place)
                .reduce((before, after) -> after).flatMap(Place::near);
    }

    static Optional<PlaceId> here(Judgement judgement) {
        return judgement.stays().isEmpty() ? Optional.empty() : judgement.stays().getLast().place().near();
    }

    /** A pharmacist has decided, or they are gone. */
    private static Optional<Instant> ended(Judgement judgement, Instant since) {
        Optional<Instant> decided = judgement.decisions().stream().map(Judgement.Signed::at)
                .filter(at -> !at.isBefore(since)).findFirst();
        Optional<Instant> finished = judgement.grounds().stream()
                .filter(ground -> ground.code() == Ground.Code.FINISHED).flatMap(ground -> ground.since().stream())
                .filter(at -> !at.isBefore(since)).findFirst();
        return decided.filter(at -> finished.filter(at::isAfter).isEmpty()).or(() -> finished);
    }

    private static Lasting worse(Lasting one, Lasting other) {
        boolean goesOn = one.isOngoing() || other.isOngoing();
        Optional<Instant> ended = goesOn
                ? Optional.empty()
                : one.endedAt().filter(at -> other.endedAt().filter(at::isBefore).isEmpty()).or(other::endedAt);
        return new Lasting(one.id(), one.cause(),
                one.severity().isWorseThan(other.severity()) ? one.severity() : other.severity(), one.confirmedAt(),
                ended);
    }
}

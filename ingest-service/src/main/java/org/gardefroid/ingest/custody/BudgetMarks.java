package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Subject;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.vaccines.custody.BudgetUse;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.PlaceId;

/** That much of the time which closed doses may spend outside of their store is spent, told while something can be done. */
final class BudgetMarks {

    /** From here on it is critical: what is left is less than a night. */
    private static final int CRITICAL_PERCENT = 80;

    private final String goods;
    private final Judgement judgement;
    private final Surroundings surroundings;

    BudgetMarks(String goods, Judgement judgement, Surroundings surroundings) {
        this.goods = goods;
        this.judgement = judgement;
        this.surroundings = surroundings;
    }

    Stream<Lasting> facts() {
        return judgement.budgets().stream().filter(BudgetUse::goesOn)
                .flatMap(use -> use.marks().stream()).flatMap(mark -> fact(mark).stream());
    }

    private Optional<Lasting> fact(BudgetUse.Mark mark) {
        return HeldDoses.placeAt(judgement, mark.at()).filter(place -> isRead(mark.at(), place))
                .map(place -> new Lasting(
                        new FactId(new Subject.GoodsIn(new EquipmentId(place.name()), goods),
                                new RuleName("budget-" + mark.percent()), mark.at()),
                        Cause.BUDGET_SPENDING, mark.percent() < CRITICAL_PERCENT ? Severity.WARNING : Severity.CRITICAL,
                        mark.at(), mark.until()));
    }

    /** What only the time since the last reading would spend may still turn out to have been cold. */
    private boolean isRead(Instant at, PlaceId place) {
        return !at.isAfter(surroundings.lastReading(HeldDoses.here(judgement).orElse(place).name()));
    }
}

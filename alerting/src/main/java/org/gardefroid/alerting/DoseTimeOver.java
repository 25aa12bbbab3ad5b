package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;

/**
 * The in-use time of a vial or a syringe is over; {@link FactId#since} is the deadline. The dose clock finds it; it stands here so that one
 * life cycle serves all alarms.
 *
 * @param isSyringe or else a vial
 * @param endedAt when it was finished
 */
public record DoseTimeOver(FactId id, ProductId product, boolean isSyringe, Optional<Instant> endedAt) implements Fact {

    static final RuleName RULE = new RuleName("dose-clock");

    public static DoseTimeOver of(EquipmentId equipment, VialId vial, ProductId product, Instant deadline,
            boolean isSyringe) {
        return new DoseTimeOver(new FactId(new Subject.VialIn(equipment, vial), RULE, deadline), product, isSyringe,
                Optional.empty());
    }

    public DoseTimeOver ended(Instant at) {
        return new DoseTimeOver(id, product, isSyringe, Optional.of(at));
    }

    @Override
    public Cause cause() {
        return isSyringe ? Cause.SYRINGE_TIME_OVER : Cause.DOSE_TIME_OVER;
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Instant confirmedAt() {
        return id.since();
    }

    @Override
    public boolean isOfRecords() {
        return false;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code();
    }
}

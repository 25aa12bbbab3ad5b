package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;

/**
 * A vial's in-use time is over; {@link FactId#since} is the deadline. The dose clock finds it; it stands here so that one
 * life cycle serves all alarms.
 *
 * @param endedAt when the vial was finished
 */
public record DoseTimeOver(FactId id, ProductId product, Optional<Instant> endedAt) implements Fact {

    static final RuleName RULE = new RuleName("dose-clock");

    public static DoseTimeOver of(EquipmentId equipment, VialId vial, ProductId product, Instant deadline) {
        return new DoseTimeOver(new FactId(new Subject.VialIn(equipment, vial), RULE, deadline), product,
                Optional.empty());
    }

    public DoseTimeOver ended(Instant at) {
        return new DoseTimeOver(id, product, Optional.of(at));
    }

    @Override
    public Cause cause() {
        return Cause.DOSE_TIME_OVER;
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

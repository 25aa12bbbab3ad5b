package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProductProfile.Precaution;
import org.gardefroid.vaccines.Storage;
import org.gardefroid.vaccines.custody.Arrival.Spent;
import org.gardefroid.vaccines.custody.Ground.Code;
import org.jspecify.annotations.Nullable;

/**
 * Watches one container's temperatures, in order, for what no budget makes good: freezing, freezing again, thawing that
 * nobody recorded, and every band left for too long. Each is told once, from when it first was so.
 *
 * <p>A gap alone says nothing here: the profile's limit of unobserved minutes is for that. Between two readings out of
 * band, it is part of the time out.
 */
final class BandWatch {

    private final ProductProfile profile;
    private final Storage storage;
    private final List<Handling> starts;
    private final Map<Code, Ground> told = new EnumMap<>(Code.class);
    private @Nullable Instant outSince;
    private boolean warmed;

    private BandWatch(ProductProfile profile, List<Handling> starts) {
        this.profile = profile;
        this.storage = profile.storage();
        this.starts = starts;
    }

    static List<Ground> grounds(ProductProfile profile, List<Handling> starts, List<Segment> segments) {
        BandWatch watch = new BandWatch(profile, starts);
        segments.forEach(watch::take);
        return List.copyOf(watch.told.values());
    }

    /** What happened before the record: it was so when it came. */
    static List<Ground> before(ProductProfile profile, List<Handling> starts, Openings openings) {
        BandWatch watch = new BandWatch(profile, starts);
        openings.arrived().ifPresent(arrived -> watch.before(openings.spent(), arrived));
        return List.copyOf(watch.told.values());
    }

    private void before(List<Spent> opening, Instant arrived) {
        Condition condition = Condition.at(arrived, starts);
        Allowed allowed = Allowed.before(profile, condition);
        List<Spent> outside = new ArrayList<>();
        for (Spent spent : opening) {
            // What is kept frozen may have been so before it was thawed.
            freezing(arrived, spent.seen(), storage.frozen().isEmpty(), spent);
            thawing(arrived, spent.seen(), condition, spent);
            if (!allowed.covers(spent.seen())) {
                outside.add(spent);
            }
        }
        // How it was parted into runs nobody knows: all of it may have been one.
        Duration time = outside.stream().map(spent -> spent.time().most()).reduce(Duration.ZERO, Duration::plus);
        Duration tolerance = profile.tolerance().orElse(Duration.ZERO);
        if (time.compareTo(tolerance) > 0) {
            tell(Code.OUT_OF_BAND, arrived, outside.getFirst(), allowed, tolerance);
        }
    }

    private void take(Segment segment) {
        segment.seen().ifPresent(seen -> {
            Condition condition = Condition.at(segment.from(), starts);
            boolean liquid = isLiquid(condition);
            freezing(segment.from(), seen, liquid, seen.coldest());
            thawing(segment.from(), seen, condition, seen.warmest());
            bands(segment, seen, condition);
            warmed |= storage.frozen().stream().noneMatch(band -> !seen.warmest().isAbove(band.highest()))
                    && !seen.warmest().isBelow(ZERO);
        });
    }

    private static final Temperature ZERO = new Temperature(0);

    /** What is never to be frozen always is; what is kept frozen is once it was thawed, or was seen to be warm. */
    private boolean isLiquid(Condition condition) {
        return storage.frozen().isEmpty() || condition.isThawed() || condition.isOpened() || warmed;
    }

    /** @param shown what is told of it */
    private void freezing(Instant at, Span seen, boolean liquid, Object shown) {
        boolean sensitive = profile.precautions().contains(Precaution.FREEZE_SENSITIVE);
        boolean once = profile.precautions().contains(Precaution.DO_NOT_REFREEZE) && !storage.frozen().isEmpty();
        if (!liquid || !sensitive && !once) {
            return;
        }
        Optional<Temperature> limit = storage.freezesAt();
        if (limit.isPresent()) {
            if (!seen.coldest().isAbove(limit.get())) {
                tell(sensitive ? Code.FROZEN : Code.REFROZEN, at, shown, limit.get());
            }
        } else if (once && isFreezers(seen.coldest())) {
            tell(Code.REFROZEN, at, shown, seen.coldest());
        } else if (sensitive && storage.refrigerated().filter(band -> !seen.coldest().isBelow(band.lowest()))
                .isEmpty()) {
            tell(Code.FIGURE_MISSING, at, "freezes-at", profile.contact().orElse("-"));
        }
    }

    /** Whether a freezer is so cold, be it one that it may only be kept in for a time. */
    private boolean isFreezers(Temperature temperature) {
        return storage.isFrozenBand(temperature) || storage.budgets().stream().map(Budget::band)
                .anyMatch(band -> band.highest().isBelow(ZERO) && band.contains(temperature));
    }

    private void thawing(Instant at, Span seen, Condition condition, Object shown) {
        boolean hasThawClock = profile.inUse().containsKey(VialStep.THAWED) || storage.refrigerated().isEmpty();
        if (!storage.frozen().isEmpty() && hasThawClock && !condition.isThawed() && !condition.isOpened()
                && seen.warmest().isAbove(ZERO)) {
            tell(Code.THAW_NOT_RECORDED, at, shown);
        }
    }

    private void bands(Segment segment, Span seen, Condition condition) {
        Optional<InUse.Lasts> inForce = condition.inForce(profile);
        Allowed allowed = Allowed.in(profile, condition);
        if (allowed.covers(seen)) {
            outSince = null;
            return;
        }
        Instant since = outSince == null ? segment.from() : outSince;
        outSince = since;
        // No tolerance in the profile is not an unlimited one: a single reading outside is then too long.
        Optional<Duration> tolerance = inForce.flatMap(InUse.Lasts::tolerance).or(profile::tolerance);
        boolean tooLong = tolerance.map(longest -> Duration.between(since, segment.to()).compareTo(longest) > 0)
                .orElse(true);
        if (tooLong) {
            Temperature worst = allowed.contains(seen.warmest().milliCelsius()) ? seen.coldest() : seen.warmest();
            tell(Code.OUT_OF_BAND, since, worst, allowed, tolerance.orElse(Duration.ZERO));
        }
    }

    private void tell(Code code, Instant since, Object... values) {
        told.putIfAbsent(code, Ground.since(code, since, values));
    }
}

package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProductProfile.Precaution;
import org.gardefroid.vaccines.Storage;
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

    /** Whether something before the record has frozen it. */
    static List<Ground> before(ProductProfile profile, Span seen, Instant at) {
        BandWatch watch = new BandWatch(profile, List.of());
        watch.freezing(at, seen, watch.isLiquid(new Condition(List.of())));
        return List.copyOf(watch.told.values());
    }

    private void take(Segment segment) {
        segment.seen().ifPresent(seen -> {
            Condition condition = Condition.at(segment.from(), starts);
            boolean liquid = isLiquid(condition);
            freezing(segment.from(), seen, liquid);
            thawing(segment.from(), seen, condition);
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

    private void freezing(Instant at, Span seen, boolean liquid) {
        boolean sensitive = profile.precautions().contains(Precaution.FREEZE_SENSITIVE);
        boolean once = profile.precautions().contains(Precaution.DO_NOT_REFREEZE) && !storage.frozen().isEmpty();
        if (!liquid || !sensitive && !once) {
            return;
        }
        Optional<Temperature> limit = storage.freezesAt();
        if (limit.isPresent()) {
            if (!seen.coldest().isAbove(limit.get())) {
                tell(sensitive ? Code.FROZEN : Code.REFROZEN, at, seen.coldest(), limit.get());
            }
        } else if (once && isFreezers(seen.coldest())) {
            tell(Code.REFROZEN, at, seen.coldest(), seen.coldest());
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

    private void thawing(Instant at, Span seen, Condition condition) {
        boolean hasThawClock = profile.inUse().containsKey(VialStep.THAWED) || storage.refrigerated().isEmpty();
        if (!storage.frozen().isEmpty() && hasThawClock && !condition.isThawed() && !condition.isOpened()
                && seen.warmest().isAbove(ZERO)) {
            tell(Code.THAW_NOT_RECORDED, at, seen.warmest());
        }
    }

    private void bands(Segment segment, Span seen, Condition condition) {
        Optional<InUse.Lasts> inForce = condition.inForce(profile);
        Predicate<Temperature> isAllowed = temperature -> inForce.map(lasts -> lasts.band().contains(temperature))
                .orElseGet(() -> storage.isRefrigerated(temperature) || storage.isFrozenBand(temperature))
                || storage.budgets().stream().anyMatch(budget -> budget.counts().whenOpened(condition.isOpened())
                        && budget.band().contains(temperature));
        if (seen.isSurely(isAllowed)) {
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
            Temperature worst = isAllowed.test(seen.warmest()) ? seen.coldest() : seen.warmest();
            tell(Code.OUT_OF_BAND, since, worst, allowed(inForce), tolerance.orElse(Duration.ZERO));
        }
    }

    private String allowed(Optional<InUse.Lasts> inForce) {
        Stream<org.gardefroid.vaccines.TemperatureBand> bands = inForce.map(lasts -> Stream.of(lasts.band()))
                .orElseGet(() -> Stream.concat(storage.frozen().stream(), storage.refrigerated().stream()));
        return bands.map(band -> Figures.celsius(band.lowest()) + "…" + Figures.celsius(band.highest()) + " °C")
                .reduce((one, other) -> one + ", " + other).orElse("-");
    }

    private void tell(Code code, Instant since, Object... values) {
        told.putIfAbsent(code, Ground.since(code, since, values));
    }
}

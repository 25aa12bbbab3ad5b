package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

/**
 * Watches one container's temperatures, in order, for what no budget makes good: freezing, freezing again, thawing that
 * nobody recorded, and every band left for too long. Each is told once, from when it first was so.
 *
 * <p>How long a band was left is added up: a product that warms and cools by turns has been as warm as one that did so at
 * once. Over {@link #ADDED_UP}, so that a lot that lies in its refrigerator for a year is not held for a minute a week.
 *
 * <p>A gap alone says nothing here: the profile's limit of unobserved minutes is for that. Between two readings out of
 * band, it is part of the time out.
 */
final class BandWatch {

    /** The longer of the 24 to 48 hours over which the CDC's programme (VFC, Maryland's triage) adds up what comes and goes. */
    static final Duration ADDED_UP = Duration.ofDays(2);

    private final ProductProfile profile;
    private final Storage storage;
    private final List<Handling> starts;
    private final Deque<Out> outs = new ArrayDeque<>();
    private final Map<Code, Ground> told = new EnumMap<>(Code.class);
    private boolean isOut;
    private boolean warmed;

    /** A time out of every band that the profile allows. */
    private record Out(Instant from, Instant to) {

        /** How much of it is not before {@code earliest}. */
        Duration since(Instant earliest) {
            Duration time = Duration.between(from.isBefore(earliest) ? earliest : from, to);
            return time.isNegative() ? Duration.ZERO : time;
        }
    }

    private BandWatch(ProductProfile profile, List<Handling> starts) {
        this.profile = profile;
        this.storage = profile.storage();
        this.starts = starts;
    }

    /**
     * @param handlings the steps as their time counts, by which what happened before the record is judged
     * @param states the steps as its temperatures are judged by, see {@link Thawing}
     */
    static List<Ground> grounds(
            ProductProfile profile, List<Handling> handlings, List<Handling> states, Openings openings,
            List<Segment> segments) {
        BandWatch before = new BandWatch(profile, handlings);
        openings.arrived().ifPresent(arrived -> before.arrive(openings.spent(), arrived));
        BandWatch watch = new BandWatch(profile, states);
        watch.outs.addAll(before.outs);
        watch.told.putAll(before.told);
        segments.forEach(watch::take);
        return List.copyOf(watch.told.values());
    }

    /** What happened before the record: it was so when it came. */
    private void arrive(List<Spent> opening, Instant arrived) {
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
        outs.add(new Out(arrived.minus(time), arrived));
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
            isOut = false;
            return;
        }
        Out out = new Out(isOut ? outs.removeLast().from() : segment.from(), segment.to());
        outs.add(out);
        isOut = true;
        // No tolerance in the profile is not an unlimited one: a single reading outside is then too long.
        Optional<Duration> tolerance = inForce.flatMap(InUse.Lasts::tolerance).or(profile::tolerance);
        if (tolerance.filter(longest -> addedUp(out.to()).compareTo(longest) <= 0).isEmpty()) {
            Temperature worst = allowed.contains(seen.warmest().milliCelsius()) ? seen.coldest() : seen.warmest();
            tell(Code.OUT_OF_BAND, out.from(), worst, allowed, tolerance.orElse(Duration.ZERO));
        }
    }

    private Duration addedUp(Instant end) {
        Instant earliest = end.minus(ADDED_UP);
        while (!outs.getFirst().to().isAfter(earliest) && outs.size() > 1) {
            outs.removeFirst();
        }
        return outs.stream().map(out -> out.since(earliest)).reduce(Duration.ZERO, Duration::plus);
    }

    private void tell(Code code, Instant since, Object... values) {
        told.putIfAbsent(code, Ground.since(code, since, values));
    }
}

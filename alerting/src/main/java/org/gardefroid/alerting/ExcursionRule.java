package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.alerting.ExcursionState.Confirmed;
import org.gardefroid.alerting.ExcursionState.InRange;
import org.gardefroid.alerting.ExcursionState.Returning;
import org.gardefroid.alerting.ExcursionState.Suspected;
import org.gardefroid.telemetry.Temperature;

/**
 * Confirms an excursion once a product probe has been beyond {@code bound} for {@code delay}, reading after reading.
 *
 * <p>Two readings out of range with a gap between them may be one excursion or two: it is confirmed as possible when the
 * delay has passed from the first, and as observed once it has passed on one side of the gap alone.
 *
 * <p>Back in range is back by the hysteresis: a temperature that wavers about its limit is one excursion, and not one for
 * each reading beyond it. Once it is, the excursion has ended with the first reading back in range.
 *
 * @param delay 0 confirms by one reading
 * @param hysteresisMilliCelsius how far back it must be, in thousandths of a degree, 0 to {@value #MOST_HYSTERESIS}
 */
public record ExcursionRule(RuleName name, Severity severity, Bound bound, Duration delay, int hysteresisMilliCelsius)
        implements
            TemperatureRule {

    static final int MOST_HYSTERESIS = 20_000;

    public ExcursionRule(RuleName name, Severity severity, Bound bound, Duration delay) {
        this(name, severity, bound, delay, 0);
    }

    public ExcursionRule {
        if (hysteresisMilliCelsius < 0 || hysteresisMilliCelsius > MOST_HYSTERESIS) {
            throw new IllegalArgumentException(name + ": hysteresis must be 0 to " + MOST_HYSTERESIS + " m°C: "
                    + hysteresisMilliCelsius);
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException(name + ": delay must not be negative: " + delay);
        }
    }

    /** What a reading leads to; {@code excursion} only where there is something new to tell of it. */
    record Verdict(ExcursionState state, Optional<Excursion> excursion) {}

    /**
     * Takes the next temperature of {@code probe}.
     *
     * @param gap how long nothing was seen before it; zero if the temperature before it was near enough
     */
    Verdict step(ExcursionState state, Subject probe, Instant at, Temperature temperature, Duration gap) {
        return bound.isCrossedBy(temperature)
                ? out(state, probe, at, temperature, gap)
                : in(state, at, bound.isBackBy(temperature, hysteresisMilliCelsius), gap);
    }

    private static Verdict in(ExcursionState state, Instant at, boolean isBack, Duration gap) {
        return switch (state) {
            case InRange inRange -> quiet(inRange);
            case Suspected suspected -> quiet(ExcursionState.IN_RANGE);
            case Confirmed(Excursion excursion, Instant unbroken) when isBack ->
                new Verdict(ExcursionState.IN_RANGE, Optional.of(excursion.ended(at, gap)));
            case Confirmed(Excursion excursion, Instant unbroken) when gap.isZero() ->
                quiet(new Returning(excursion, at));
            case Confirmed(Excursion excursion, Instant unbroken) -> {
                Excursion seenLess = excursion.unobserved(gap);
                yield new Verdict(new Returning(seenLess, at), Optional.of(seenLess));
            }
            case Returning(Excursion excursion, Instant since) when isBack ->
                new Verdict(ExcursionState.IN_RANGE, Optional.of(excursion.ended(since, Duration.ZERO)));
            case Returning returning -> quiet(returning);
        };
    }

    private Verdict out(ExcursionState state, Subject probe, Instant at, Temperature temperature, Duration gap) {
        return switch (state) {
            case InRange inRange -> assess(probe, at, new Suspected(at, at, Duration.ZERO, temperature, at));
            case Suspected(Instant since, Instant unbroken, Duration unobserved, Temperature worst, Instant worstAt) -> {
                boolean isWorse = bound.isWorse(temperature, worst);
                yield assess(probe, at, new Suspected(since, gap.isZero() ? unbroken : at, unobserved.plus(gap),
                        isWorse ? temperature : worst, isWorse ? at : worstAt));
            }
            case Confirmed confirmed -> goOn(confirmed, at, temperature, gap);
            // What was not seen while it was coming back says nothing of how long it was out.
            case Returning(Excursion excursion, Instant since) ->
                goOn(new Confirmed(excursion, at), at, temperature, Duration.ZERO);
        };
    }

    private Verdict assess(Subject probe, Instant at, Suspected run) {
        boolean observed = hasPassed(run.unbrokenSince(), at);
        if (!observed && !hasPassed(run.since(), at)) {
            return quiet(run);
        }
        return told(new Excursion(new FactId(probe, name, run.since()), bound, severity,
                observed ? Certainty.OBSERVED : Certainty.POSSIBLE, at, Optional.empty(), run.worst(), run.worstAt(),
                run.unobserved()), run.unbrokenSince());
    }

    private Verdict goOn(Confirmed confirmed, Instant at, Temperature temperature, Duration gap) {
        Excursion before = confirmed.excursion();
        Instant unbroken = gap.isZero() ? confirmed.unbrokenSince() : at;
        boolean isWorse = bound.isWorse(temperature, before.worst());
        boolean isSurer = before.certainty() == Certainty.POSSIBLE && hasPassed(unbroken, at);
        if (!isWorse && !isSurer && gap.isZero()) {
            return quiet(confirmed);
        }
        return told(new Excursion(before.id(), before.bound(), before.severity(),
                isSurer ? Certainty.OBSERVED : before.certainty(), before.confirmedAt(), Optional.empty(),
                isWorse ? temperature : before.worst(), isWorse ? at : before.worstAt(),
                before.unobserved().plus(gap)), unbroken);
    }

    private boolean hasPassed(Instant since, Instant at) {
        return Duration.between(since, at).compareTo(delay) >= 0;
    }

    private static Verdict quiet(ExcursionState state) {
        return new Verdict(state, Optional.empty());
    }

    private static Verdict told(Excursion excursion, Instant unbroken) {
        return new Verdict(new Confirmed(excursion, unbroken), Optional.of(excursion));
    }
}

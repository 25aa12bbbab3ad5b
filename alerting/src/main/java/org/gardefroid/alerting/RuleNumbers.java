package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gardefroid.telemetry.Temperature;

/** The numbers of a rule, for a person to edit: each with its unit and its limits, and the rule with others in their place. */
public final class RuleNumbers {

    private RuleNumbers() {}

    /**
     * What a number counts, and between which limits it lies, both included.
     *
     * <p>The temperatures are those that any probe of ours can tell; a year is longer than any rule waits.
     */
    public enum Unit {
        CELSIUS("-200", "200"), KELVIN("0", "20"), KELVIN_PER_HOUR("0.1", "600"), MINUTES("0", "527040"), COUNT("1",
                "1000"),
        PERCENT("0", "99");

        private final BigDecimal least;
        private final BigDecimal most;

        Unit(String least, String most) {
            this.least = new BigDecimal(least);
            this.most = new BigDecimal(most);
        }

        public BigDecimal least() {
            return least;
        }

        public BigDecimal most() {
            return most;
        }
    }

    /** @param name as in the rule's record: {@code bound}, {@code delay}, {@code within} */
    public record Figure(String name, Unit unit, BigDecimal value) {}

    public static List<Figure> of(Rule rule) {
        return switch (rule) {
            case ExcursionRule it -> List.of(bound(it.bound()), minutes("delay", it.delay()),
                    kelvin("hysteresis", it.hysteresisMilliCelsius()));
            case CumulativeRule it -> List.of(bound(it.bound()), minutes("limit", it.limit()));
            case DoorRule it -> List.of(minutes("longest", it.longestOpen()));
            case DoorCountRule it -> List.of(count("most", it.most()), minutes("within", it.within()));
            case LastingRule it -> List.of(minutes("longest", it.longest()));
            case RateRule it ->
                List.of(new Figure("rate", Unit.KELVIN_PER_HOUR, thousandth(it.mostMilliCelsiusPerHour())),
                        minutes("over", it.over()));
            case ForecastRule it -> List.of(bound(it.bound()), minutes("within", it.within()),
                    minutes("over", it.over()));
            case BatteryRule it -> List.of(
                    new Figure("percent", Unit.PERCENT, BigDecimal.valueOf(it.lowestPercent())),
                    minutes("leastLeft", it.leastLeft()));
            case ShockRule it -> List.of(minutes("quiet", it.quiet()));
            case StuckRule it -> List.of(minutes("longest", it.longest()));
            case DisagreementRule it -> List.of(kelvin("apart", it.mostMilliCelsius()),
                    minutes("longest", it.longest()));
        };
    }

    /**
     * The same rule with other numbers; those that {@code values} does not name stay as they are, to the last digit.
     *
     * @throws IllegalArgumentException if the rule cannot have such a number
     */
    public static Rule with(Rule rule, Severity severity, Map<String, BigDecimal> values) {
        RuleName name = rule.name();
        UnaryOperator<Bound> bound = old -> values.containsKey("bound")
                ? Bound.of(old.word(), new Temperature(thousandths(values, "bound", 0)))
                : old;
        return switch (rule) {
            case ExcursionRule it -> new ExcursionRule(name, severity, bound.apply(it.bound()),
                    minutes(values, "delay", it.delay()),
                    thousandths(values, "hysteresis", it.hysteresisMilliCelsius()));
            case CumulativeRule it -> new CumulativeRule(name, severity, bound.apply(it.bound()),
                    minutes(values, "limit", it.limit()), it.span());
            case DoorRule it -> new DoorRule(name, severity, minutes(values, "longest", it.longestOpen()));
            case DoorCountRule it -> new DoorCountRule(name, severity, whole(values, "most", it.most()),
                    minutes(values, "within", it.within()));
            case LastingRule it ->
                new LastingRule(name, severity, it.cause(), minutes(values, "longest", it.longest()));
            case RateRule it -> new RateRule(name, severity, thousandths(values, "rate", it.mostMilliCelsiusPerHour()),
                    minutes(values, "over", it.over()));
            case ForecastRule it -> new ForecastRule(name, severity, bound.apply(it.bound()),
                    minutes(values, "within", it.within()), minutes(values, "over", it.over()));
            case BatteryRule it -> new BatteryRule(name, severity, whole(values, "percent", it.lowestPercent()),
                    minutes(values, "leastLeft", it.leastLeft()));
            case ShockRule it -> new ShockRule(name, severity, minutes(values, "quiet", it.quiet()));
            case StuckRule it -> new StuckRule(name, severity, minutes(values, "longest", it.longest()));
            case DisagreementRule it -> new DisagreementRule(name, severity,
                    thousandths(values, "apart", it.mostMilliCelsius()), minutes(values, "longest", it.longest()));
        };
    }

    private static Figure bound(Bound bound) {
        return new Figure("bound", Unit.CELSIUS, thousandth(bound.limit().milliCelsius()));
    }

    private static Figure kelvin(String name, int thousandths) {
        return new Figure(name, Unit.KELVIN, thousandth(thousandths));
    }

    private static Figure count(String name, int count) {
        return new Figure(name, Unit.COUNT, BigDecimal.valueOf(count));
    }

    private static Figure minutes(String name, Duration length) {
        return new Figure(name, Unit.MINUTES, BigDecimal.valueOf(length.toMillis())
                .divide(BigDecimal.valueOf(60_000), 2, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    private static BigDecimal thousandth(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    }

    private static Duration minutes(Map<String, BigDecimal> values, String name, Duration otherwise) {
        BigDecimal told = values.get(name);
        return told == null
                ? otherwise
                : Duration.ofSeconds(
                        told.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    private static int thousandths(Map<String, BigDecimal> values, String name, int otherwise) {
        BigDecimal told = values.get(name);
        return told == null ? otherwise : told.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static int whole(Map<String, BigDecimal> values, String name, int otherwise) {
        BigDecimal told = values.get(name);
        return told == null ? otherwise : told.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}

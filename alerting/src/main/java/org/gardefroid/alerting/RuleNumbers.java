package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.gardefroid.alerting.Figure.Unit;

/** The numbers of a rule, for a person to edit: each with its unit and its limits, and the rule with others in their place. */
public final class RuleNumbers {

    private static final int MOST_PERCENT = 99;
    /** In thousandths of a degree: less is no difference between two probes. */
    private static final int LEAST_APART = 100;

    private RuleNumbers() {}

    public static List<Figure> of(Rule rule) {
        return switch (rule) {
            case ExcursionRule it -> List.of(Figure.bound(it.bound()), Figure.delay("delay", it.delay()),
                    Figure.kelvin("hysteresis", 0, it.hysteresisMilliCelsius()));
            case CumulativeRule it -> List.of(Figure.bound(it.bound()), Figure.length("limit", it.limit()));
            case DoorRule it -> List.of(Figure.length("longest", it.longestOpen()));
            case DoorCountRule it -> List.of(Figure.count("most", Unit.COUNT, 1, DoorCountRule.MOST, it.most()),
                    Figure.length("within", it.within()));
            case LastingRule it -> List.of(Figure.delay("longest", it.longest()));
            case RateRule it -> List.of(Figure.kelvinPerHour("rate", it.mostMilliCelsiusPerHour()),
                    Figure.length("over", it.over()));
            case ForecastRule it -> List.of(Figure.bound(it.bound()), Figure.length("within", it.within()),
                    Figure.length("over", it.over()));
            case BatteryRule it -> List.of(
                    Figure.count("percent", Unit.PERCENT, 0, MOST_PERCENT, it.lowestPercent()),
                    Figure.delay("leastLeft", it.leastLeft()));
            case ShockRule it -> List.of(Figure.length("quiet", it.quiet()));
            case StuckRule it -> List.of(Figure.length("longest", it.longest()));
            case DisagreementRule it -> List.of(Figure.kelvin("apart", LEAST_APART, it.mostMilliCelsius()),
                    Figure.delay("longest", it.longest()));
        };
    }

    /**
     * The same rule with other numbers; those that {@code values} does not name stay as they are, to the last digit.
     *
     * @throws IllegalArgumentException if the rule cannot have such a number
     */
    public static Rule with(Rule rule, Severity severity, Map<String, BigDecimal> values) {
        RuleName name = rule.name();
        EditedNumbers told = new EditedNumbers(values);
        return switch (rule) {
            case ExcursionRule it -> new ExcursionRule(name, severity, told.bound(it.bound()),
                    told.minutes("delay", it.delay()), told.thousandths("hysteresis", it.hysteresisMilliCelsius()));
            case CumulativeRule it -> new CumulativeRule(name, severity, told.bound(it.bound()),
                    told.minutes("limit", it.limit()), it.span());
            case DoorRule it -> new DoorRule(name, severity, told.minutes("longest", it.longestOpen()));
            case DoorCountRule it -> new DoorCountRule(name, severity, told.whole("most", it.most()),
                    told.minutes("within", it.within()));
            case LastingRule it ->
                new LastingRule(name, severity, it.cause(), told.minutes("longest", it.longest()));
            case RateRule it -> new RateRule(name, severity, told.thousandths("rate", it.mostMilliCelsiusPerHour()),
                    told.minutes("over", it.over()));
            case ForecastRule it -> new ForecastRule(name, severity, told.bound(it.bound()),
                    told.minutes("within", it.within()), told.minutes("over", it.over()));
            case BatteryRule it -> new BatteryRule(name, severity, told.whole("percent", it.lowestPercent()),
                    told.minutes("leastLeft", it.leastLeft()));
            case ShockRule it -> new ShockRule(name, severity, told.minutes("quiet", it.quiet()));
            case StuckRule it -> new StuckRule(name, severity, told.minutes("longest", it.longest()));
            case DisagreementRule it -> new DisagreementRule(name, severity,
                    told.thousandths("apart", it.mostMilliCelsius()), told.minutes("longest", it.longest()));
        };
    }
}

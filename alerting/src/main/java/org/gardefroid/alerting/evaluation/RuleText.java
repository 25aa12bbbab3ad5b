package org.gardefroid.alerting.evaluation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.evaluation.RuleTextException.Problem;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.WrittenDuration;

/** A rule as a person writes it: {@code HEAT=above:8.0:10h}, {@code day=above:8:60m:cumulative-per-day}. */
public final class RuleText {

    public static final String FORM = "NAME=above|below|at-or-above|at-or-below:CELSIUS:DURATION"
            + "[:cumulative|:cumulative-per-day]";

    private static final Pattern PARTS = Pattern.compile(
            "([^=]+)=(above|below|at-or-above|at-or-below):([^:]+):([^:]+)(?::(cumulative|cumulative-per-day))?");

    private RuleText() {}

    /**
     * @param zone whose calendar days a sum per day goes by
     * @throws RuleTextException if one of them is not of {@link #FORM}, or two have one name
     */
    public static List<TemperatureRule> parse(Collection<String> texts, ZoneId zone) {
        List<TemperatureRule> rules = texts.stream().map(text -> parse(text.strip(), zone)).toList();
        Set<RuleName> names = new HashSet<>();
        for (TemperatureRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new RuleTextException(Problem.TWICE, rule.name().value(), rule.name().value());
            }
        }
        return rules;
    }

    private static TemperatureRule parse(String text, ZoneId zone) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new RuleTextException(Problem.FORM, text, text);
        }
        RuleName name = name(text, parts.group(1));
        Bound bound = Bound.of(word(parts.group(2)), temperature(text, parts.group(3)));
        String written = parts.group(4);
        Duration duration = WrittenDuration.parse(written)
                .orElseThrow(() -> new RuleTextException(Problem.DURATION, text, written));
        return switch (parts.group(5)) {
            case null -> new ExcursionRule(name, Severity.WARNING, bound, duration);
            case "cumulative" ->
                new CumulativeRule(name, Severity.WARNING, bound, duration, new CumulativeSpan.Life());
            case String _ -> new CumulativeRule(name, Severity.WARNING, bound, duration, new CumulativeSpan.Day(zone));
        };
    }

    private static String word(String option) {
        return switch (option) {
            case "at-or-above" -> "atOrAbove";
            case "at-or-below" -> "atOrBelow";
            default -> option;
        };
    }

    private static RuleName name(String rule, String text) {
        try {
            return new RuleName(text);
        } catch (IllegalArgumentException _) {
            throw new RuleTextException(Problem.NAME, rule, text);
        }
    }

    private static Temperature temperature(String rule, String text) {
        try {
            return Temperature.ofCelsius(Double.parseDouble(text));
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw new RuleTextException(Problem.CELSIUS, rule, text);
        }
    }
}

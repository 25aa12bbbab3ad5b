package org.gardefroid.cli.evaluate;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.cli.Durations;
import org.gardefroid.cli.Refused;
import org.gardefroid.telemetry.Temperature;
import picocli.CommandLine.TypeConversionException;

import static org.gardefroid.cli.Words.say;

/** A rule as a person writes it: {@code HEAT=above:8.0:10h}, {@code day=above:8:60m:cumulative-per-day}. */
final class RuleOption {

    static final String FORM = "NAME=above|below|at-or-above|at-or-below:CELSIUS:DURATION"
            + "[:cumulative|:cumulative-per-day]";

    private static final Pattern PARTS = Pattern.compile(
            "([^=]+)=(above|below|at-or-above|at-or-below):([^:]+):([^:]+)(?::(cumulative|cumulative-per-day))?");

    private RuleOption() {}

    /** @param zone whose calendar days a sum per day goes by */
    static TemperatureRule parse(String text, ZoneId zone) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new Refused(say("evaluate.rule-form", text, FORM));
        }
        RuleName name = name(parts.group(1));
        Bound bound = Bound.of(word(parts.group(2)), temperature(text, parts.group(3)));
        Duration duration = duration(text, parts.group(4));
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

    private static RuleName name(String text) {
        try {
            return new RuleName(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(say("evaluate.rule-name", text));
        }
    }

    private static Temperature temperature(String rule, String text) {
        try {
            return Temperature.ofCelsius(Double.parseDouble(text));
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw new Refused(say("evaluate.rule-celsius", rule, text));
        }
    }

    private static Duration duration(String rule, String text) {
        try {
            return Durations.parse(text);
        } catch (TypeConversionException e) {
            throw new Refused(say("evaluate.rule-duration", rule, String.valueOf(e.getMessage())));
        }
    }
}

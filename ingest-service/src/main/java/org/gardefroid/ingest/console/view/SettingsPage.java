package org.gardefroid.ingest.console.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.ConditionRule;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.Figure;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.RuleNumbers;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.ingest.registry.SettingsBook.Revision;

/**
 * The rules of an equipment, as they are or as somebody is about to set them.
 *
 * @param seen the revision that this page shows, which a new one follows
 * @param preset whose rules these are
 */
public record SettingsPage(EquipmentNow equipment, List<Revision> history, int seen, Preset preset, List<Row> rows,
        Whole whole, String reason, boolean maySet) {

    /** @param figures as they stand in their fields */
    public record Row(Rule rule, boolean on, Severity severity, List<Field> figures) {

        /** What it finds, as its alarms are called. */
        public String cause() {
            return causeOf(rule);
        }

        /** Over what it adds up: {@code day}, {@code mission} or {@code life}; nothing of a rule that does not. */
        public Optional<String> sumOver() {
            return rule instanceof CumulativeRule sum
                    ? Optional.of(sum.span().getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }

        public boolean is(Severity other) {
            return severity == other;
        }
    }

    public record Field(Figure figure, String text) {}

    /**
     * What holds for the equipment as a whole, as it stands in the fields.
     *
     * @param numbers by which the service itself watches, and {@code figures} of them
     */
    public record Whole(ArrivalNumbers numbers, List<Field> figures, String longestGap, String lowest,
            String highest) {}

    /** What a revision says otherwise than the one before it; the first, and one of another preset, than that preset. */
    public List<String> changes(Words words, Revision revision) {
        List<String> changes = new ArrayList<>();
        Optional<Revision> former = history.stream().filter(each -> each.number() < revision.number()).findFirst();
        boolean goesOn = former.filter(each -> each.preset().name().equals(revision.preset().name())).isPresent();
        if (former.isPresent() && !goesOn) {
            changes.add(words.say("settings.change.preset", former.get().preset().name(), revision.preset().name()));
        }
        Map<String, Rule> before = byName(
                goesOn ? former.get().settings().rules() : revision.preset().rules());
        Map<String, Rule> after = byName(revision.settings().rules());
        after.forEach((name, rule) -> {
            Rule was = before.get(name);
            if (was == null) {
                changes.add(words.say("settings.change.added", name));
            } else if (!was.equals(rule)) {
                changes.add(words.say("settings.change.other", name, told(words, was), told(words, rule)));
            }
        });
        before.keySet().stream().filter(name -> !after.containsKey(name))
                .forEach(name -> changes.add(words.say("settings.change.gone", name)));
        ArrivalNumbers numbers = goesOn
                ? former.get().arrivals()
                : ArrivalNumbers.of(revision.preset(), revision.arrivals().holdover());
        changed(words, numbers.figures(), revision.arrivals().figures(), changes);
        changed(words, whole(former.orElse(revision)), whole(revision), changes);
        return changes;
    }

    /** A range that is not set is not told. */
    private static List<Figure> whole(Revision revision) {
        List<Figure> figures = new ArrayList<>(List.of(Figure.longestGap(revision.settings().longestGap())));
        revision.lowest().ifPresent(lowest -> figures.add(Figure.celsius("lowest", lowest)));
        revision.highest().ifPresent(highest -> figures.add(Figure.celsius("highest", highest)));
        return figures;
    }

    private static void changed(Words words, List<Figure> before, List<Figure> after, List<String> changes) {
        for (Figure figure : after) {
            before.stream().filter(was -> was.name().equals(figure.name()) && !was.equals(figure)).findFirst()
                    .ifPresent(was -> changes.add(words.say("settings.change.other",
                            words.say("settings.figure." + figure.name()), told(words, was), told(words, figure))));
        }
    }

    private static Map<String, Rule> byName(List<Rule> rules) {
        Map<String, Rule> named = new LinkedHashMap<>();
        rules.forEach(rule -> named.put(rule.name().value(), rule));
        return named;
    }

    private static String told(Words words, Rule rule) {
        return Stream.concat(Stream.of(words.say("severity." + code(rule.severity()))),
                RuleNumbers.of(rule).stream().map(figure -> told(words, figure))).collect(Collectors.joining(", "));
    }

    private static String told(Words words, Figure figure) {
        String value = figure.value().toPlainString();
        return words.pick(value.replace('.', ','), value) + " " + words.say("settings.unit." + unit(figure));
    }

    public static String causeOf(Rule rule) {
        return switch (rule) {
            case ConditionRule condition -> condition.cause().code();
            case TemperatureRule temperature -> (temperature.bound().isUpper() ? "too-warm" : "too-cold")
                    + (temperature instanceof CumulativeRule ? "-cumulative" : "");
        };
    }

    public static String code(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Least first. */
    public static List<Severity> severities() {
        return List.of(Severity.values());
    }

    public static String unit(Figure figure) {
        return figure.unit().name().toLowerCase(Locale.ROOT);
    }
}

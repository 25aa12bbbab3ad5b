package org.gardefroid.ingest.console.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.Figure;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.RuleNumbers;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.ingest.console.view.SettingsPage;
import org.gardefroid.ingest.console.view.SettingsPage.Field;
import org.gardefroid.ingest.console.view.SettingsPage.Row;
import org.gardefroid.ingest.console.view.SettingsPage.Whole;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.telemetry.EquipmentId;

/** The rules as a person has left them in the form. A number that reads as it was shown is not touched. */
record SettingsForm(Form form, Words words) {

    private static final int LONGEST_REASON = 2_000;

    /** The rules of the preset, what may be added to them, and what this equipment has besides; which of them hold, holds. */
    static List<Row> rows(Preset preset, EquipmentSettings now, Words words) {
        Map<String, Rule> held = new HashMap<>();
        now.rules().forEach(rule -> held.put(rule.name().value(), rule));
        List<Rule> known = new ArrayList<>(preset.rules());
        known.addAll(preset.offered(words.zone()));
        List<Row> rows = new ArrayList<>();
        for (Rule rule : known) {
            Rule own = held.remove(rule.name().value());
            rows.add(row(own == null ? rule : own, own != null, words));
        }
        held.values().forEach(rule -> rows.add(row(rule, true, words)));
        return rows;
    }

    private static Row row(Rule rule, boolean on, Words words) {
        return new Row(rule, on, rule.severity(), fields(RuleNumbers.of(rule), words));
    }

    /** What holds for the equipment as a whole, where nobody has written anything else. */
    static Whole whole(ArrivalNumbers numbers, EquipmentSettings settings, OptionalInt lowest, OptionalInt highest,
            Words words) {
        return new Whole(numbers, fields(numbers.figures(), words),
                written(Figure.longestGap(settings.longestGap()).value(), words), celsius(lowest, words),
                celsius(highest, words));
    }

    private static String celsius(OptionalInt milliCelsius, Words words) {
        return milliCelsius.isEmpty()
                ? ""
                : written(Figure.celsius("", milliCelsius.getAsInt()).value(), words);
    }

    private static List<Field> fields(List<Figure> figures, Words words) {
        return figures.stream().map(figure -> new Field(figure, written(figure.value(), words))).toList();
    }

    private static String written(BigDecimal value, Words words) {
        String plain = value.toPlainString();
        return words.pick(plain.replace('.', ','), plain);
    }

    /** The rows as they stand in the form, whatever was written into them. */
    List<Row> asWritten(List<Row> rows) {
        return rows.stream().map(row -> new Row(row.rule(), isOn(row), severity(row).orElse(row.severity()),
                row.figures().stream().map(field -> new Field(field.figure(), text(row, field))).toList())).toList();
    }

    /** As it stands in the form, whatever was written into it. */
    Whole asWritten(Whole whole) {
        return new Whole(whole.numbers(),
                whole.figures().stream().map(field -> new Field(field.figure(), text(field))).toList(),
                form.text("longestGap"), form.text("lowest"), form.text("highest"));
    }

    private String text(Field field) {
        return form.text("arrivals:" + field.figure().name()).strip();
    }

    /** What the service itself is to watch by. */
    ArrivalNumbers arrivals(Whole whole) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (Field field : whole.figures()) {
            if (!text(field).equals(field.text())) {
                values.put(field.figure().name(), number(text(field), "", field.figure()));
            }
        }
        return whole.numbers().with(values);
    }

    private static String key(Row row, String field) {
        return row.rule().name() + ":" + field;
    }

    private boolean isOn(Row row) {
        return form.text(key(row, "on")).equals("on");
    }

    private String text(Row row, Field field) {
        return form.text(key(row, field.figure().name())).strip();
    }

    private Optional<Severity> severity(Row row) {
        return SettingsPage.severities().stream()
                .filter(each -> SettingsPage.code(each).equals(form.text(key(row, "severity")))).findFirst();
    }

    EquipmentSettings settings(EquipmentId equipment, List<Row> rows, Duration longestGapNow) {
        List<Rule> rules = new ArrayList<>();
        for (Row row : rows) {
            if (isOn(row)) {
                rules.add(rule(row));
            }
        }
        blind(rows, rules);
        Figure gapNow = Figure.longestGap(longestGapNow);
        Duration longestGap = form.text("longestGap").strip().equals(written(gapNow.value(), words))
                ? longestGapNow
                : Duration.ofSeconds(
                        number(form.text("longestGap"), "", gapNow).multiply(BigDecimal.valueOf(60)).longValue());
        return new EquipmentSettings(equipment, List.of(), longestGap, rules);
    }

    /** An equipment that watches over no warmth, or over no cold, where it did: that is no setting, but an absence. */
    private static void blind(List<Row> rows, List<Rule> rules) {
        for (boolean upper : List.of(true, false)) {
            if (rows.stream().map(Row::rule).anyMatch(rule -> watches(rule, upper))
                    && rules.stream().noneMatch(rule -> watches(rule, upper) && rule.severity() != Severity.NOTE)) {
                throw LotRefused.of(upper ? "settings.refused.no-warm" : "settings.refused.no-cold");
            }
        }
    }

    private static boolean watches(Rule rule, boolean upper) {
        return rule instanceof TemperatureRule temperature && temperature.bound().isUpper() == upper;
    }

    private Rule rule(Row row) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (Field field : row.figures()) {
            Figure figure = field.figure();
            if (!text(row, field).equals(field.text())) {
                values.put(figure.name(), number(text(row, field), row.rule().name() + ", ", figure));
            }
        }
        try {
            return RuleNumbers.with(row.rule(), severity(row).orElse(row.severity()), values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw LotRefused.of("settings.refused.rule", row.rule().name(), String.valueOf(e.getMessage()));
        }
    }

    /** @param of what it is a number, in front of its name */
    private BigDecimal number(String text, String of, Figure figure) {
        try {
            BigDecimal value = new BigDecimal(text.strip().replace(',', '.').replace('\u2212', '-'));
            if (value.compareTo(figure.least()) >= 0 && value.compareTo(figure.most()) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like any other
        }
        throw LotRefused.of("settings.refused.number", of + words.say("settings.figure." + figure.name()), text.strip(),
                written(figure.least(), words), written(figure.most(), words));
    }

    OptionalInt milliCelsius(String field) {
        return form.text(field).isBlank()
                ? OptionalInt.empty()
                : OptionalInt
                        .of(number(form.text(field), "", Figure.celsius(field, 0)).movePointRight(3)
                                .setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    String reason() {
        String reason = form.text("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw LotRefused.of("settings.refused.reason", LONGEST_REASON);
        }
        return reason;
    }

    /** The revision that was looked at. */
    int seen() {
        try {
            return Integer.parseInt(form.text("seen"));
        } catch (NumberFormatException e) {
            return -1; // no revision: somebody's own form
        }
    }
}

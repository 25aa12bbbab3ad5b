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
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.RuleNumbers;
import org.gardefroid.alerting.RuleNumbers.Figure;
import org.gardefroid.alerting.RuleNumbers.Unit;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.ingest.console.view.SettingsPage;
import org.gardefroid.ingest.console.view.SettingsPage.Field;
import org.gardefroid.ingest.console.view.SettingsPage.Row;
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
        known.addAll(preset.offered());
        List<Row> rows = new ArrayList<>();
        for (Rule rule : known) {
            Rule own = held.remove(rule.name().value());
            rows.add(row(own == null ? rule : own, own != null, words));
        }
        held.values().forEach(rule -> rows.add(row(rule, true, words)));
        return rows;
    }

    private static Row row(Rule rule, boolean on, Words words) {
        return new Row(rule, on, rule.severity(), RuleNumbers.of(rule).stream()
                .map(figure -> new Field(figure, written(figure.value(), words))).toList());
    }

    static String written(BigDecimal value, Words words) {
        String plain = value.toPlainString();
        return words.pick(plain.replace('.', ','), plain);
    }

    static String minutes(Duration length, Words words) {
        return written(BigDecimal.valueOf(length.toSeconds()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros(), words);
    }

    /** The rows as they stand in the form, whatever was written into them. */
    List<Row> asWritten(List<Row> rows) {
        return rows.stream().map(row -> new Row(row.rule(), isOn(row), severity(row).orElse(row.severity()),
                row.figures().stream().map(field -> new Field(field.figure(), text(row, field))).toList())).toList();
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
        Duration longestGap = form.text("longestGap").strip().equals(minutes(longestGapNow, words))
                ? longestGapNow
                : Duration.ofSeconds(number(form.text("longestGap"), words.say("settings.longest-gap"), BigDecimal.ONE,
                        new BigDecimal("1440")).multiply(BigDecimal.valueOf(60)).longValue());
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
                values.put(figure.name(), number(text(row, field), row.rule().name() + ", "
                        + words.say("settings.figure." + figure.name()), figure.unit()));
            }
        }
        try {
            return RuleNumbers.with(row.rule(), severity(row).orElse(row.severity()), values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw LotRefused.of("settings.refused.rule", row.rule().name(), String.valueOf(e.getMessage()));
        }
    }

    private BigDecimal number(String text, String what, Unit unit) {
        return number(text, what, unit.least(), unit.most());
    }

    private BigDecimal number(String text, String what, BigDecimal least, BigDecimal most) {
        try {
            BigDecimal value = new BigDecimal(text.strip().replace(',', '.').replace('\u2212', '-'));
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like any other
        }
        throw LotRefused.of("settings.refused.number", what, text.strip(), written(least, words), written(most, words));
    }

    OptionalInt milliCelsius(String field) {
        return form.text(field).isBlank()
                ? OptionalInt.empty()
                : OptionalInt
                        .of(number(form.text(field), words.say("settings." + field), Unit.CELSIUS).movePointRight(3)
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

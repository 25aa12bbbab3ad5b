package org.gardefroid.ingest.notify.rota;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** A rule of repetition (RRULE) that is understood to its last part: half of one would be another rota. */
record Repetition(CalendarLine line, Recurrence rule, Optional<Instant> last) {

    /** Of one event in the stretch that is asked for: an hourly duty for more than a year is a mistake. */
    private static final int MOST = 10_000;

    private static final String DAY = "(?:SU|MO|TU|WE|TH|FR|SA)";
    private static final Map<String, Pattern> PARTS = Map.ofEntries(
            Map.entry("FREQ", Pattern.compile("SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY")),
            Map.entry("INTERVAL", Pattern.compile("[1-9][0-9]{0,3}")),
            Map.entry("COUNT", Pattern.compile("[1-9][0-9]{0,5}")),
            Map.entry("UNTIL", Pattern.compile("[0-9]{8}(T[0-9]{6}Z?)?")),
            Map.entry("WKST", Pattern.compile(DAY)),
            Map.entry("BYDAY", list("(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?" + DAY)),
            Map.entry("BYSECOND", list("[0-5]?[0-9]")),
            Map.entry("BYMINUTE", list("[0-5]?[0-9]")),
            Map.entry("BYHOUR", list("1?[0-9]|2[0-3]")),
            Map.entry("BYMONTH", list("0?[1-9]|1[0-2]")),
            Map.entry("BYMONTHDAY", list("[+-]?(?:0?[1-9]|[12][0-9]|3[01])")),
            Map.entry("BYYEARDAY", list("[+-]?(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])")),
            Map.entry("BYWEEKNO", list("[+-]?(?:[1-9]|[1-4][0-9]|5[0-3])")),
            Map.entry("BYSETPOS", list("[+-]?(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])")));
    private static final Pattern COUNTED_DAY = Pattern.compile(".*[0-9].*");
    private static final Pattern LONG = Pattern.compile("MONTHLY|YEARLY");

    private static Pattern list(String one) {
        return Pattern.compile("(?:" + one + ")(?:,(?:" + one + "))*");
    }

    static Repetition of(CalendarLine line, CalendarTime start, CalendarZones zones) {
        Map<String, String> parts = parts(line);
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        String endless = String.join(";", parts.entrySet().stream().filter(each -> !each.getKey().equals("UNTIL"))
                .map(each -> each.getKey() + "=" + each.getValue()).toList());
        var rule = new RecurrenceRuleScribe().parseText(endless, ICalDataType.RECUR, new ICalParameters(), context);
        if (!context.getWarnings().isEmpty()) {
            throw line.refused("rule", line.value());
        }
        return new Repetition(line, rule.getValue(), Optional.ofNullable(parts.get("UNTIL"))
                .map(until -> until(CalendarTime.of(line, until, zones), until.endsWith("Z"), start)));
    }

    private static Map<String, String> parts(CalendarLine line) {
        Map<String, String> parts = new HashMap<>();
        for (String part : line.word().split(";")) {
            String[] both = part.split("=", -1);
            Pattern may = PARTS.get(both[0]);
            if (both.length != 2 || may == null || !may.matcher(both[1]).matches()
                    || parts.put(both[0], both[1]) != null) {
                throw line.refused("rule", part);
            }
        }
        String every = parts.getOrDefault("FREQ", "");
        if (every.isEmpty()) {
            throw line.refused("rule", "FREQ");
        }
        if (parts.containsKey("COUNT") && parts.containsKey("UNTIL")) {
            throw line.refused("rule", "COUNT, UNTIL");
        }
        String days = parts.getOrDefault("BYDAY", "");
        if (COUNTED_DAY.matcher(days).matches() && !LONG.matcher(every).matches()) {
            throw line.refused("rule", "BYDAY=" + days);
        }
        return parts;
    }

    /** An end without a zone is by the clock of its event; a day counts as a whole. */
    private static Instant until(CalendarTime until, boolean isUtc, CalendarTime start) {
        if (isUtc) {
            return until.instant();
        }
        LocalDateTime last = until.isDay() ? until.local().plus(Duration.ofDays(1).minusNanos(1)) : until.local();
        return last.atZone(start.zone()).toInstant();
    }

    /** Its beginnings before {@code horizon}, by the clock on the wall. */
    List<LocalDateTime> before(Instant horizon, CalendarTime start) {
        List<LocalDateTime> repetitions = new ArrayList<>();
        // It repeats by the clock on the wall; UTC stands for that here, which has no hour that is skipped or doubled.
        DateIterator each = rule.getDateIterator(Date.from(start.local().toInstant(ZoneOffset.UTC)),
                TimeZone.getTimeZone("UTC"));
        while (each.hasNext()) {
            LocalDateTime next = LocalDateTime.ofInstant(each.next().toInstant(), ZoneOffset.UTC);
            Instant at = next.atZone(start.zone()).toInstant();
            if (!at.isBefore(horizon) || last.filter(at::isAfter).isPresent()) {
                break;
            }
            repetitions.add(next);
            if (repetitions.size() > MOST) {
                throw line.refused("too-often", MOST);
            }
        }
        if (repetitions.isEmpty() && start.instant().isBefore(horizon)) {
            throw line.refused("never", line.value());
        }
        return repetitions;
    }
}

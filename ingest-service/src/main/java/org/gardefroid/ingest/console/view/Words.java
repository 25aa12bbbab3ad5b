package org.gardefroid.ingest.console.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How things are said to one reader: in a language, in a time zone, at a moment. */
public final class Words {

    private static final Map<Language, Texts> TEXTS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            TEXTS.put(language, new Texts(language));
        }
    }

    private final Language language;
    private final ZoneId zone;
    private final Instant now;
    private final Texts texts;

    public Words(Language language, ZoneId zone, Instant now) {
        this.language = language;
        this.zone = zone;
        this.now = now;
        this.texts = texts(language);
    }

    static Texts texts(Language language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant now() {
        return now;
    }

    public String say(String key, Object... values) {
        return texts.of(key, values);
    }

    /** The text for a code that may be newer than this console, which is then shown as it is. */
    public String code(String prefix, String code) {
        String key = prefix + "." + code;
        return texts.has(key) ? texts.of(key) : code;
    }

    public String pick(String french, String english) {
        return switch (language) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }

    public String degrees(int milliCelsius) {
        return degrees(milliCelsius, RoundingMode.HALF_EVEN);
    }

    /** Out of range it is rounded outwards: 8.02 shown as 8.0 would look like a mistake of ours, or be taken for good. */
    public String degrees(int milliCelsius, int lowest, int highest) {
        if (milliCelsius > highest) {
            return degrees(milliCelsius, RoundingMode.CEILING);
        }
        return degrees(milliCelsius, milliCelsius < lowest ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN);
    }

    public String degreesCelsius(int milliCelsius) {
        return degrees(milliCelsius) + "\u00a0°C";
    }

    /** The worst of an alarm, rounded to the side that the alarm is about. */
    public String worst(Cause cause, int milliCelsius) {
        RoundingMode outwards = cause == Cause.TOO_COLD ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return degrees(milliCelsius, outwards) + "\u00a0°C";
    }

    private String degrees(int milliCelsius, RoundingMode rounding) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(rounding);
        String number = format.format(BigDecimal.valueOf(milliCelsius, 3));
        return number.startsWith("-") ? "\u2212" + number.substring(1) : number;
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    }

    public String second(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(zone));
    }

    /** The time alone today, else with its day. */
    public String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (local.toLocalDate().equals(today)) {
            return time(at);
        }
        String pattern = local.getYear() == today.getYear() ? "EEE d MMM HH:mm" : "d MMM yyyy HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local);
    }

    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", language.locale()).format(date);
    }

    /** From then to then; the second day is said only where it is another. */
    public String stretch(Instant from, Instant to) {
        boolean sameDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        return moment(from) + " – " + (sameDay ? time(to) : moment(to));
    }

    /** The two largest units that matter: 3 min 05 s, 1 h 12, 2 d 4 h. */
    public String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return say("span.seconds", seconds);
        }
        if (seconds < 3_600) {
            return say("span.minutes", seconds / 60);
        }
        if (seconds < 86_400) {
            return say("span.hours", seconds / 3_600, twoDigits(seconds / 60 % 60));
        }
        return say("span.days", seconds / 86_400, seconds / 3_600 % 24);
    }

    public String ago(Instant at) {
        return say("ago", span(Duration.between(at, now)));
    }

    public String since(Instant at) {
        return span(Duration.between(at, now));
    }

    public String until(Instant at) {
        return span(Duration.between(now, at));
    }

    private static String twoDigits(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}

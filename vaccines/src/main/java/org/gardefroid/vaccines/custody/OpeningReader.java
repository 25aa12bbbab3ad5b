package org.gardefroid.vaccines.custody;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.custody.Arrival.Opening;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/**
 * What a lot has been through before it came: {@code "unknown"}, {@code "none"}, or minutes by band. A band is one of the
 * ledger's or any other {@code "8..30"}; its lower end belongs to it below 8 °C, and from 8 °C on does not.
 */
final class OpeningReader {

    private static final String MEMBER = "openingExposure";
    private static final String BY_BAND = "{\"8..15\": 20}";
    private static final Pattern BAND = Pattern.compile(
            "(?:<=|≤)(?<atMost>-?\\d+(?:\\.\\d{1,3})?)|>(?<above>-?\\d+(?:\\.\\d{1,3})?)"
                    + "|(?<from>-?\\d+(?:\\.\\d{1,3})?)\\.\\.(?<to>-?\\d+(?:\\.\\d{1,3})?)");

    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);

    private OpeningReader() {}

    static Opening read(JsonObject json) {
        if (!json.has(MEMBER)) {
            return new Opening.Unsaid();
        }
        if (json.isText(MEMBER)) {
            if (json.text(MEMBER).equals("unknown")) {
                return new Opening.Unknown();
            }
            if (!json.text(MEMBER).equals("none")) {
                throw new JsonProblem(MEMBER,
                        "« " + json.text(MEMBER)
                                + " » n’est ni « none », ni « unknown », ni des minutes par plage comme "
                                + BY_BAND,
                        '"' + json.text(MEMBER) + "\" is neither \"none\", \"unknown\" nor minutes by band such as "
                                + BY_BAND);
            }
            return new Opening.Told(List.of());
        }
        JsonObject bands = json.object(MEMBER);
        List<Spent> spent = new ArrayList<>();
        for (String name : bands.names()) {
            spent.add(bands.problem(name, () -> new Spent(span(name), time(bands, name))));
        }
        return new Opening.Told(spent);
    }

    private static Interval time(JsonObject bands, String name) {
        if (bands.isObject(name)) {
            JsonObject interval = bands.object(name).only(Set.of("minMinutes", "maxMinutes"));
            return new Interval(minutes(interval.decimal("minMinutes")), minutes(interval.decimal("maxMinutes")));
        }
        return Interval.exactly(minutes(bands.decimal(name)));
    }

    private static Duration minutes(BigDecimal minutes) {
        if (minutes.signum() < 0 || minutes.compareTo(MOST) > 0) {
            throw new RefusedValue("pas un nombre de minutes, de 0 à " + MOST + " : " + minutes,
                    "not a number of minutes, from 0 to " + MOST + ": " + minutes);
        }
        return Duration.ofMillis(minutes.movePointRight(3).multiply(BigDecimal.valueOf(60)).longValue());
    }

    private static Span span(String name) {
        Matcher band = BAND.matcher(name);
        if (!band.matches()) {
            String bands = String.join(", ", Band.ALL.stream().map(Band::name).toList());
            throw new RefusedValue(
                    "pas une plage : « " + name + " » ; les plages sont " + bands + ", ou toute autre, comme 8..30",
                    "not a band: \"" + name + "\"; bands are " + bands + ", or any other such as 8..30");
        }
        if (band.group("atMost") != null) {
            return new Span(new Temperature(Temperature.LOWEST_MILLI_CELSIUS), celsius(band.group("atMost"), 0));
        }
        if (band.group("above") != null) {
            return new Span(celsius(band.group("above"), 1), new Temperature(Temperature.HIGHEST_MILLI_CELSIUS));
        }
        // Neither end twice: 2.0 and 8.0 °C are the refrigerator's, −0.5 °C the frozen's.
        int from = celsius(band.group("from"), 0).milliCelsius();
        int to = celsius(band.group("to"), 0).milliCelsius();
        return new Span(new Temperature(from >= 8_000 || from == -500 ? from + 1 : from),
                new Temperature(to == 2_000 ? to - 1 : to));
    }

    private static Temperature celsius(String number, int more) {
        return new Temperature(new BigDecimal(number).movePointRight(3).intValueExact() + more);
    }
}

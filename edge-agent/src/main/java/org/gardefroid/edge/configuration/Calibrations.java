package org.gardefroid.edge.configuration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.edge.sampling.Calibration;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProbeId;

/**
 * What is known of each probe's error, where anything is.
 *
 * <pre>
 *   calibration.box-7-product = offset 0.12 uncertainty 0.10 until 2027-03-01 certificate 2026-0417
 * </pre>
 */
final class Calibrations {

    private static final Pattern WRITTEN = Pattern.compile("offset (-?\\d{1,2}(?:\\.\\d{1,3})?)"
            + " +uncertainty (\\d{1,2}(?:\\.\\d{1,3})?) +until (\\S+) +certificate ([!-~]{1,63})");

    private Calibrations() {}

    static Map<ProbeId, Calibration> read(Settings settings, Map<ProbeId, ProbeDriver> probes) {
        Map<ProbeId, Calibration> all = new TreeMap<>();
        settings.named("calibration").forEach((name, value) -> settings.read("calibration." + name, value, text -> {
            Calibration calibration = calibration(text);
            ProbeId probe = new ProbeId(name);
            if (!probes.containsKey(probe)) {
                throw new IllegalArgumentException("no probe." + name + " is wired");
            }
            all.put(probe, calibration);
            return text;
        }, ""));
        return all;
    }

    private static Calibration calibration(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a calibration is written: offset 0.12 uncertainty 0.10"
                    + " until 2027-03-01 certificate 2026-0417");
        }
        try {
            return new Calibration(milli(matcher.group(1)), milli(matcher.group(2)),
                    LocalDate.parse(matcher.group(3)), matcher.group(4));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is written 2027-03-01: " + matcher.group(3), e);
        }
    }

    private static int milli(String celsius) {
        int milliCelsius = new BigDecimal(celsius).movePointRight(3).intValueExact();
        if (Math.abs(milliCelsius) > Event.ProbeCalibrated.MOST_MILLI_CELSIUS) {
            throw new IllegalArgumentException("offset and uncertainty are at most 5 °C: " + celsius);
        }
        return milliCelsius;
    }
}

package org.gardefroid.telemetry.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Rejection;

/** What a device tells of its own parts: names and texts of their records. */
final class PartRecords {

    private static final String WORKS = "works";

    private PartRecords() {}

    static String name(Event.ProbeCalibrated calibrated) {
        return "calibration/" + calibrated.probe();
    }

    static String text(Event.ProbeCalibrated calibrated) {
        return calibrated.offsetMilliCelsius() + "/" + calibrated.uncertaintyMilliCelsius() + "/" + calibrated.until()
                + "/" + calibrated.certificate();
    }

    static Event calibrated(String probe, String text) throws Refusal {
        String[] part = text.split("/", 4);
        if (part.length < 4) {
            throw Refusal.malformed("a calibration is <offset>/<uncertainty>/<last day>/<certificate>");
        }
        boolean isBelow = part[0].startsWith("-");
        int offset = small(isBelow ? part[0].substring(1) : part[0]);
        try {
            return new Event.ProbeCalibrated(new ProbeId(probe), isBelow ? -offset : offset, small(part[1]),
                    LocalDate.parse(part[2]), part[3]);
        } catch (DateTimeException e) {
            throw Refusal.malformed("not a day: " + part[2]);
        }
    }

    /** What is too much is told as such by the event, and is no other number on the way to it. */
    private static int small(String digits) throws Refusal {
        return (int) Math.min(RecordCodec.natural(digits), 1_000_000);
    }

    static final String RELATIVE_HUMIDITY = "%RH";

    static String name(Event.HumidityRead humidity) {
        return "humidity/" + humidity.probe();
    }

    static Event humidity(String probe, SenmlRecord record) throws Refusal {
        if (!RELATIVE_HUMIDITY.equals(record.unit())) {
            throw Refusal.malformed("humidity is in " + RELATIVE_HUMIDITY + ": " + record.unit());
        }
        if (record.value() == null) {
            throw Refusal.malformed("a humidity without its number");
        }
        return new Event.HumidityRead(new ProbeId(probe), Math.clamp(Decimals.whole(record.value()), -1, 101));
    }

    static String name(Event.PartFault part) {
        return "part/" + part.part();
    }

    static String text(Event.PartFault part) {
        return part.fault().map(ProbeFault::code).orElse(WORKS);
    }

    static Event part(String part, String text) throws Refusal {
        if (text.equals(WORKS)) {
            return new Event.PartFault(part, Optional.empty());
        }
        return new Event.PartFault(part, Optional.of(ProbeFault.ofCode(text)
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such fault of a part: " + text))));
    }
}

package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gardefroid.alerting.Figure.Unit;
import org.gardefroid.telemetry.json.JsonObject;

/**
 * The numbers of what is judged by our own clock and by what arrives, not by what was measured. The service alone goes by
 * them: no box can tell that nothing is heard of it.
 *
 * @param silence after which nothing heard is an alarm ({@link SilenceRule})
 * @param late after which what arrives has come too late ({@link LatenessRule})
 * @param clockless for how long a device may tell no time ({@link ClockRule})
 * @param calibrationDays for how many days before its end a calibration is told of ({@link CalibrationRule}), 0 to 365
 * @param holdover for how long the equipment keeps what is in it in range without power, more than nothing and at most
 *     {@link SilenceRule#LONGEST_HOLDOVER}
 */
public record ArrivalNumbers(Duration silence, Duration late, Duration clockless, int calibrationDays,
        Duration holdover) {

    /** GDP has probes calibrated; a month is what a laboratory takes. */
    private static final int USUAL_CALIBRATION_DAYS = 30;
    private static final int MOST_CALIBRATION_DAYS = 365;
    /** A Pi without a battery for its clock has the time from the network within minutes. */
    private static final Duration USUAL_CLOCKLESS = Duration.ofMinutes(15);

    public ArrivalNumbers {
        checkPositive("silence", silence);
        checkPositive("late", late);
        checkPositive("clockless", clockless);
        checkPositive("holdover", holdover);
        if (holdover.compareTo(SilenceRule.LONGEST_HOLDOVER) > 0) {
            throw new IllegalArgumentException(
                    "holdover must be at most " + SilenceRule.LONGEST_HOLDOVER + ": " + holdover);
        }
        if (calibrationDays < 0 || calibrationDays > MOST_CALIBRATION_DAYS) {
            throw new IllegalArgumentException(
                    "calibrationDays must be 0 to " + MOST_CALIBRATION_DAYS + ": " + calibrationDays);
        }
    }

    private static void checkPositive(String name, Duration length) {
        if (length.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + " must be more than 0: " + length);
        }
    }

    /** Where nobody has edited any. */
    public static ArrivalNumbers of(Preset preset, Duration holdover) {
        return new ArrivalNumbers(preset.longestSilence(), preset.longestSilence(), USUAL_CLOCKLESS,
                USUAL_CALIBRATION_DAYS, holdover);
    }

    public List<Figure> figures() {
        return List.of(Figure.length("silence", silence), Figure.length("late", late),
                Figure.length("clockless", clockless),
                Figure.count("calibrationDays", Unit.DAYS, 0, MOST_CALIBRATION_DAYS, calibrationDays),
                Figure.length("holdover", SilenceRule.LONGEST_HOLDOVER, holdover));
    }

    /** The same with other numbers; those that {@code values} does not name stay as they are, to the last digit. */
    public ArrivalNumbers with(Map<String, BigDecimal> values) {
        EditedNumbers told = new EditedNumbers(values);
        return new ArrivalNumbers(told.minutes("silence", silence), told.minutes("late", late),
                told.minutes("clockless", clockless), told.whole("calibrationDays", calibrationDays),
                told.minutes("holdover", holdover));
    }

    /** @param usual what is not written, for it goes on to be whatever is usual */
    void write(JsonGenerator json, ArrivalNumbers usual) throws IOException {
        json.writeStartObject();
        write(json, "silence", silence, usual.silence);
        write(json, "late", late, usual.late);
        write(json, "clockless", clockless, usual.clockless);
        if (calibrationDays != usual.calibrationDays) {
            json.writeNumberField("calibrationDays", calibrationDays);
        }
        write(json, "holdover", holdover, usual.holdover);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Duration length, Duration usual) throws IOException {
        if (!length.equals(usual)) {
            json.writeStringField(name, length.toString());
        }
    }

    /** @param usual what is not written */
    static ArrivalNumbers read(JsonObject json, ArrivalNumbers usual) {
        json.only(Set.of("silence", "late", "clockless", "calibrationDays", "holdover"));
        return new ArrivalNumbers(written(json, "silence", usual.silence), written(json, "late", usual.late),
                written(json, "clockless", usual.clockless),
                json.has("calibrationDays") ? json.integer("calibrationDays") : usual.calibrationDays,
                written(json, "holdover", usual.holdover));
    }

    private static Duration written(JsonObject json, String name, Duration usual) {
        return json.has(name) ? json.duration(name) : usual;
    }
}

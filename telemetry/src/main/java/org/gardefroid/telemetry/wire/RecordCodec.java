package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.Observation;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.jspecify.annotations.Nullable;

/**
 * One record of a batch as one SenML record. The part of the name before the first '/' says the kind:
 *
 * <pre>
 *   t/&lt;probe&gt;                 v   a temperature, unit Cel by the base unit
 *   fault/&lt;probe&gt;             vs  a fault's code
 *   door/&lt;door&gt;               vb  open?
 *   vials/upright             vb
 *   vials/struck              vb  always true
 *   power/mains               vb
 *   power/battery             vs  &lt;percent&gt;, or &lt;percent&gt;/&lt;minutes left&gt;
 *   calibration/&lt;probe&gt;       vs  &lt;offset&gt;/&lt;uncertainty&gt;/&lt;last day&gt;/&lt;certificate&gt;
 *   humidity/&lt;probe&gt;          v   whole percent, unit %RH
 *   part/&lt;part&gt;               vs  a fault's code, or works
 *   vial/&lt;vial&gt;/&lt;product&gt;     vs  a step's code; with drawn-from, the vial is a syringe
 *   vial-place/&lt;vial&gt;         vb  in the box?
 *   vial-lot/&lt;vial&gt;           vs  the manufacturer's lot number
 *   vial-doses/&lt;vial&gt;         vs  doses left, 0 to 100 in digits
 *   vial-end/&lt;vial&gt;[/&lt;where&gt;] vs  an end's code, and the sharps container
 *   vial-void/&lt;vial&gt;          vs  a reason's code, and who says so
 *   clock/trusted             vb
 *   agent/started             vs  the agent's version
 *   brief/adopted             vd  SHA-256 of the brief
 *   dropped/&lt;journal&gt;         vs  &lt;first&gt;-&lt;last&gt;
 *   journal/set-aside         vs  the file's name
 * </pre>
 */
final class RecordCodec {

    static final String CELSIUS = "Cel";

    private final CBORGenerator generator;
    private final long baseMonotonicMillis;

    RecordCodec(CBORGenerator generator, long baseMonotonicMillis) {
        this.generator = generator;
        this.baseMonotonicMillis = baseMonotonicMillis;
    }

    void write(JournalRecord record) throws IOException {
        long t = record.monotonicMillis() - baseMonotonicMillis;
        generator.writeStartObject(null, (t == 0 ? 2 : 3) + (hasOneMore(record.observation()) ? 1 : 0));
        switch (record.observation()) {
            case Measured(ProbeId probe, Temperature temperature) -> {
                name("t/" + probe);
                Labels.writeNumber(generator, Labels.VALUE, BigDecimal.valueOf(temperature.milliCelsius(), 3));
            }
            case Measured(ProbeId probe, ProbeFault fault) -> text("fault/" + probe, fault.code());
            case Event.DoorMoved(DoorId door, boolean open) -> truth("door/" + door, open);
            case Event.VialsTurned(boolean upright) -> truth("vials/upright", upright);
            case Event.VialsStruck struck -> truth("vials/struck", true);
            case Event.BatteryLevel(int percent, Optional<Duration> left) -> text("power/battery",
                    percent + left.map(time -> "/" + time.toMinutes()).orElse(""));
            case Event.PowerChanged(boolean mains) -> truth("power/mains", mains);
            case Event.ProbeCalibrated calibrated -> text(PartRecords.name(calibrated), PartRecords.text(calibrated));
            case Event.HumidityRead humidity -> {
                name(PartRecords.name(humidity));
                Labels.writeText(generator, Labels.UNIT, PartRecords.RELATIVE_HUMIDITY);
                Labels.writeNumber(generator, Labels.VALUE, BigDecimal.valueOf(humidity.percent()));
            }
            case Event.PartFault part -> text(PartRecords.name(part), PartRecords.text(part));
            case Event.VialHandled(VialId vial, ProductId product, VialStep step, Optional<VialId> drawnFrom) -> {
                text("vial/" + vial + "/" + product, step.code());
                if (drawnFrom.isPresent()) {
                    Labels.writeText(generator, Labels.DRAWN_FROM, drawnFrom.get().value());
                }
            }
            case Event.VialMoved(VialId vial, boolean inside) -> truth("vial-place/" + vial, inside);
            case Event.VialOfLot(VialId vial, LotNumber lot) -> text("vial-lot/" + vial, lot.value());
            case Event.DosesLeft(VialId vial, int doses) -> text("vial-doses/" + vial, Integer.toString(doses));
            case Event.VialEnded ended -> text(VialRecords.endName(ended), ended.end().code());
            case Event.StartVoided(VialId vial, VoidReason reason, String by) ->
                text("vial-void/" + vial, reason.code() + "/" + by);
            case Event.ClockChanged(boolean trusted) -> truth("clock/trusted", trusted);
            case Event.AgentStarted(String version) -> text("agent/started", version);
            case Event.BriefAdopted(Sha256 brief) -> {
                name("brief/adopted");
                Labels.writeBytes(generator, Labels.DATA_VALUE, brief);
            }
            case Event.BatchesDropped(JournalId journal, NumberRange numbers) ->
                text("dropped/" + journal, numbers.first() + "-" + numbers.last());
            case Event.JournalSetAside(String file) -> text("journal/set-aside", file);
        }
        if (t != 0) {
            Labels.writeNumber(generator, Labels.TIME, BigDecimal.valueOf(t, 3));
        }
        generator.writeEndObject();
    }

    private static boolean hasOneMore(Observation observation) {
        return observation instanceof Event.HumidityRead
                || observation instanceof Event.VialHandled handled && handled.drawnFrom().isPresent();
    }

    private void name(String name) throws IOException {
        Labels.writeText(generator, Labels.NAME, name);
    }

    private void text(String name, String value) throws IOException {
        name(name);
        Labels.writeText(generator, Labels.STRING_VALUE, value);
    }

    private void truth(String name, boolean value) throws IOException {
        name(name);
        Labels.writeTruth(generator, Labels.BOOLEAN_VALUE, value);
    }

    /** @param baseUnit of the pack: the unit of each record that has none of its own */
    static JournalRecord read(SenmlRecord record, long baseMonotonicMillis, @Nullable String baseUnit) throws Refusal {
        BigDecimal time = record.time();
        long at = baseMonotonicMillis + (time == null ? 0 : Decimals.millis(time));
        if (at < 0) {
            throw new Refusal(Rejection.IMPOSSIBLE_TIME, "a record " + -at + " ms before its machine booted");
        }
        return new JournalRecord(at, observation(record, baseUnit));
    }

    private static Observation observation(SenmlRecord record, @Nullable String baseUnit) throws Refusal {
        String name = required("name", record.name());
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw unknown(name);
        }
        String subject = name.substring(slash + 1);
        return switch (name.substring(0, slash)) {
            case "t" -> new Measured(new ProbeId(subject), temperature(record, baseUnit));
            case "fault" -> new Measured(new ProbeId(subject), fault(record));
            case "door" -> new Event.DoorMoved(new DoorId(subject), truth(record));
            case "calibration" -> PartRecords.calibrated(subject, text(record));
            case "humidity" -> PartRecords.humidity(subject, record);
            case "part" -> PartRecords.part(subject, text(record));
            case "vial" -> VialRecords.handled(subject, text(record), record.drawnFrom());
            case "vial-place" -> new Event.VialMoved(new VialId(subject), truth(record));
            case "vial-lot" -> VialRecords.ofLot(subject, text(record));
            case "vial-doses" -> new Event.DosesLeft(new VialId(subject), (int) Math.min(natural(text(record)), 1_000));
            case "vial-end" -> VialRecords.ended(subject, text(record));
            case "vial-void" -> VialRecords.voided(subject, text(record));
            case "dropped" -> dropped(subject, record);
            case "vials", "power", "clock", "agent", "brief", "journal" -> ofWholeName(name, record);
            default -> throw unknown(name);
        };
    }

    private static Event ofWholeName(String name, SenmlRecord record) throws Refusal {
        return switch (name) {
            case "vials/upright" -> new Event.VialsTurned(truth(record));
            case "vials/struck" -> struck(record);
            case "power/mains" -> new Event.PowerChanged(truth(record));
            case "power/battery" -> battery(text(record));
            case "clock/trusted" -> new Event.ClockChanged(truth(record));
            case "agent/started" -> new Event.AgentStarted(text(record));
            case "brief/adopted" -> new Event.BriefAdopted(required("data", record.dataValue()).asSha256());
            case "journal/set-aside" -> new Event.JournalSetAside(text(record));
            default -> throw unknown(name);
        };
    }

    private static Event struck(SenmlRecord record) throws Refusal {
        if (!truth(record)) {
            throw Refusal.malformed("vials are struck, or nothing is said");
        }
        return new Event.VialsStruck();
    }

    private static Event battery(String level) throws Refusal {
        int slash = level.indexOf('/');
        int percent = (int) Math.min(natural(slash < 0 ? level : level.substring(0, slash)), 1_000);
        return new Event.BatteryLevel(percent, slash < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMinutes(Math.min(natural(level.substring(slash + 1)), 1_000_000))));
    }

    private static Measurement temperature(SenmlRecord record, @Nullable String baseUnit) throws Refusal {
        String unit = record.unit() == null ? baseUnit : record.unit();
        if (!CELSIUS.equals(unit)) {
            throw new Refusal(Rejection.NOT_A_TEMPERATURE,
                    "a temperature in " + (unit == null ? "no unit" : unit) + ", not " + CELSIUS);
        }
        return Decimals.temperature(required("number", record.value()));
    }

    private static Measurement fault(SenmlRecord record) throws Refusal {
        String code = text(record);
        return ProbeFault.ofCode(code)
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such fault of a probe: " + code));
    }

    private static Event dropped(String journal, SenmlRecord record) throws Refusal {
        String range = text(record);
        int dash = range.indexOf('-');
        if (dash < 0) {
            throw Refusal.malformed("dropped numbers are <first>-<last>");
        }
        return new Event.BatchesDropped(new JournalId(journal),
                new NumberRange(natural(range.substring(0, dash)), natural(range.substring(dash + 1))));
    }

    static long natural(String digits) throws Refusal {
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.malformed("not a number: " + digits);
        }
        return Long.parseLong(digits);
    }

    private static String text(SenmlRecord record) throws Refusal {
        return required("text", record.stringValue());
    }

    private static boolean truth(SenmlRecord record) throws Refusal {
        return required("truth", record.booleanValue());
    }

    private static <T> T required(String what, @Nullable T value) throws Refusal {
        if (value == null) {
            throw Refusal.malformed("a record without its " + what);
        }
        return value;
    }

    private static Refusal unknown(String name) {
        return new Refusal(Rejection.UNKNOWN_NAME, "no such record: " + name);
    }
}

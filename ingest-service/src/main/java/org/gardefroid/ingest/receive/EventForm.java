package org.gardefroid.ingest.receive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;

/**
 * An event as the database has it: its kind, what charts need of it, and the rest as a flat document. The words are for ever.
 */
record EventForm(String kind, Optional<String> subject, Optional<Boolean> became, Map<String, String> rest) {

    private static final JsonFactory JSON = new JsonFactory();

    static EventForm of(Event event) {
        return switch (event) {
            case Event.DoorMoved(DoorId door, boolean open) -> simple("door-moved", Optional.of(door.value()), open);
            case Event.VialsTurned(boolean upright) -> simple("vials-turned", Optional.empty(), upright);
            case Event.VialsStruck struck -> rest("vials-struck", Map.of());
            case Event.BatteryLevel(int percent, Optional<Duration> left) -> rest("battery-level", left
                    .map(time -> Map.of("percent", Integer.toString(percent), "minutes",
                            Long.toString(time.toMinutes())))
                    .orElse(Map.of("percent", Integer.toString(percent))));
            case Event.ProbeCalibrated calibrated -> new EventForm("probe-calibrated",
                    Optional.of(calibrated.probe().value()), Optional.empty(),
                    Map.of("offset", Integer.toString(calibrated.offsetMilliCelsius()), "uncertainty",
                            Integer.toString(calibrated.uncertaintyMilliCelsius()), "until",
                            calibrated.until().toString(), "certificate", calibrated.certificate()));
            case Event.HumidityRead(ProbeId probe, int percent) -> new EventForm("humidity-read",
                    Optional.of(probe.value()), Optional.empty(), Map.of("percent", Integer.toString(percent)));
            case Event.PartFault(String part, Optional<ProbeFault> fault) -> new EventForm("part-fault",
                    Optional.of(part), Optional.of(fault.isPresent()),
                    fault.map(why -> Map.of("fault", why.code())).orElse(Map.of()));
            case Event.PowerChanged(boolean mains) -> simple("power-changed", Optional.empty(), mains);
            case Event.ClockChanged(boolean trusted) -> simple("clock-changed", Optional.empty(), trusted);
            case Event.VialHandled(VialId vial, ProductId product, VialStep step, Optional<VialId> drawnFrom) ->
                ofVial("vial-handled", vial, drawnFrom
                        .map(from -> Map.of("product", product.value(), "step", step.code(), "from", from.value()))
                        .orElse(Map.of("product", product.value(), "step", step.code())));
            case Event.VialMoved(VialId vial, boolean inside) ->
                simple("vial-moved", Optional.of(vial.value()), inside);
            case Event.VialOfLot(VialId vial, LotNumber lot) ->
                ofVial("vial-of-lot", vial, Map.of("lot", lot.value()));
            case Event.DosesLeft(VialId vial, int doses) ->
                ofVial("doses-left", vial, Map.of("doses", Integer.toString(doses)));
            case Event.VialEnded(VialId vial, VialEnd end, Optional<String> container) -> ofVial("vial-ended", vial,
                    container.map(name -> Map.of("end", end.code(), "container", name))
                            .orElse(Map.of("end", end.code())));
            case Event.StartVoided(VialId vial, VoidReason reason, String by) ->
                ofVial("start-voided", vial, Map.of("reason", reason.code(), "by", by));
            case Event.AgentStarted(String version) -> rest("agent-started", Map.of("version", version));
            case Event.BriefAdopted(Sha256 brief) -> rest("brief-adopted", Map.of("brief", brief.hex()));
            case Event.BatchesDropped(JournalId journal, NumberRange numbers) -> rest("batches-dropped",
                    Map.of("journal", journal.value(), "first", Long.toString(numbers.first()), "last",
                            Long.toString(numbers.last())));
            case Event.JournalSetAside(String file) -> rest("journal-set-aside", Map.of("file", file));
        };
    }

    Event event() {
        return switch (kind) {
            case "door-moved" -> new Event.DoorMoved(new DoorId(subject.orElseThrow()), became.orElseThrow());
            case "vials-turned" -> new Event.VialsTurned(became.orElseThrow());
            case "vials-struck" -> new Event.VialsStruck();
            case "battery-level" -> new Event.BatteryLevel(Integer.parseInt(value("percent")),
                    Optional.ofNullable(rest.get("minutes")).map(Long::parseLong).map(Duration::ofMinutes));
            case "probe-calibrated" -> new Event.ProbeCalibrated(new ProbeId(subject.orElseThrow()),
                    Integer.parseInt(value("offset")), Integer.parseInt(value("uncertainty")),
                    LocalDate.parse(value("until")), value("certificate"));
            case "humidity-read" ->
                new Event.HumidityRead(new ProbeId(subject.orElseThrow()), Integer.parseInt(value("percent")));
            case "part-fault" -> new Event.PartFault(subject.orElseThrow(),
                    Optional.ofNullable(rest.get("fault")).flatMap(ProbeFault::ofCode));
            case "power-changed" -> new Event.PowerChanged(became.orElseThrow());
            case "clock-changed" -> new Event.ClockChanged(became.orElseThrow());
            case "vial-handled" -> new Event.VialHandled(vial(), new ProductId(value("product")),
                    VialStep.ofCode(value("step")).orElseThrow(),
                    Optional.ofNullable(rest.get("from")).map(VialId::new));
            case "vial-moved" -> new Event.VialMoved(vial(), became.orElseThrow());
            case "vial-of-lot" -> new Event.VialOfLot(vial(), new LotNumber(value("lot")));
            case "doses-left" -> new Event.DosesLeft(vial(), Integer.parseInt(value("doses")));
            case "vial-ended" -> new Event.VialEnded(vial(), VialEnd.ofCode(value("end")).orElseThrow(),
                    Optional.ofNullable(rest.get("container")));
            case "start-voided" ->
                new Event.StartVoided(vial(), VoidReason.ofCode(value("reason")).orElseThrow(), value("by"));
            case "agent-started" -> new Event.AgentStarted(value("version"));
            case "brief-adopted" -> new Event.BriefAdopted(new Sha256(value("brief")));
            case "batches-dropped" -> new Event.BatchesDropped(new JournalId(value("journal")),
                    new NumberRange(Long.parseLong(value("first")), Long.parseLong(value("last"))));
            case "journal-set-aside" -> new Event.JournalSetAside(value("file"));
            default -> throw new IllegalStateException("the database has an event of a kind that is not ours: " + kind);
        };
    }

    String document() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : rest.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    static Map<String, String> parse(String document) {
        Map<String, String> rest = new HashMap<>();
        try (JsonParser json = JSON.createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                rest.put(json.currentName(), json.nextTextValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database keeps whole documents", e);
        }
        return rest;
    }

    private String value(String field) {
        String value = rest.get(field);
        if (value == null) {
            throw new IllegalStateException("an event " + kind + " without " + field);
        }
        return value;
    }

    private VialId vial() {
        return new VialId(subject.orElseThrow());
    }

    private static EventForm ofVial(String kind, VialId vial, Map<String, String> rest) {
        return new EventForm(kind, Optional.of(vial.value()), Optional.empty(), rest);
    }

    private static EventForm simple(String kind, Optional<String> subject, boolean became) {
        return new EventForm(kind, subject, Optional.of(became), Map.of());
    }

    private static EventForm rest(String kind, Map<String, String> rest) {
        return new EventForm(kind, Optional.empty(), Optional.empty(), rest);
    }
}

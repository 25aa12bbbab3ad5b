package org.gardefroid.ingest.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.notify.Notice.Seen;
import org.gardefroid.ingest.registry.Documents;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;

/** A notice as it is kept in the database. */
final class NoticeDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private NoticeDocument() {}

    /** @param step of the cascade */
    static String encode(Notice notice, int step) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("step", step);
            json.writeStringField("kind", notice.kind().code());
            json.writeStringField("cause", notice.cause().code());
            json.writeBooleanField("critical", notice.critical());
            json.writeBooleanField("possible", notice.possible());
            json.writeStringField("labelFr", notice.labelFr());
            json.writeStringField("labelEn", notice.labelEn());
            json.writeStringField("zone", notice.zone().getId());
            json.writeStringField("since", notice.since().toString());
            if (notice.until().isPresent()) {
                json.writeStringField("until", notice.until().get().toString());
            }
            if (notice.bound().isPresent()) {
                Bound bound = notice.bound().get();
                json.writeNumberField(bound.word(), bound.limit().milliCelsius());
            }
            write(json, "worst", notice.worst());
            write(json, "current", notice.current());
            json.writeStringField("unobserved", notice.unobserved().toString());
            if (notice.thing().isPresent()) {
                json.writeStringField("thing", notice.thing().get());
            }
            if (notice.trouble().isPresent()) {
                json.writeStringField("trouble", notice.trouble().get().code());
            }
            json.writeBooleanField("frozen", notice.frozen());
            json.writeStringField("fallbackFr", notice.fallbackFr());
            json.writeStringField("fallbackEn", notice.fallbackEn());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** What a hospital's own program is told: no name of a person, no text. */
    static String forPrograms(Posted posted, URI console) {
        Notice notice = posted.notice();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", posted.key());
        document.put("alarm", posted.alarm());
        document.put("kind", notice.kind().code());
        document.put("cause", notice.trouble().map(Trouble::code).orElse(notice.cause().code()));
        document.put("technical", notice.isTechnical());
        document.put("critical", notice.critical());
        document.put("equipment", posted.equipment());
        document.put("since", notice.since().toString());
        notice.until().ifPresent(until -> document.put("until", until.toString()));
        notice.worst().ifPresent(worst -> document.put("worstMilliCelsius", worst.milliCelsius()));
        document.put("page", console.resolve("/alarms/" + posted.alarm()).toString());
        return Documents.json(document);
    }

    static Notice decode(String document) {
        JsonObject json = JsonObject.parse(document);
        Optional<Bound> bound = Bound.WORDS.stream().filter(json::has).findFirst()
                .map(word -> Bound.of(word, new Temperature(json.integer(word))));
        return new Notice(json.as("kind", NoticeKind::ofCode), json.as("cause", Cause::ofCode), json.flag("critical"),
                json.flag("possible"), json.text("labelFr"), json.text("labelEn"), json.as("zone", ZoneId::of),
                json.instant("since"),
                json.has("until") ? Optional.of(json.instant("until")) : Optional.empty(), bound, seen(json, "worst"),
                seen(json, "current"), json.duration("unobserved"), json.optionalText("thing"),
                json.has("trouble") ? Optional.of(json.as("trouble", Trouble::ofCode)) : Optional.empty(),
                json.has("frozen") && json.flag("frozen"),
                json.optionalText("fallbackFr").orElse(""), json.optionalText("fallbackEn").orElse(""));
    }

    private static void write(JsonGenerator json, String name, Optional<Seen> seen) throws IOException {
        if (seen.isPresent()) {
            json.writeObjectFieldStart(name);
            json.writeNumberField("milliCelsius", seen.get().milliCelsius());
            json.writeStringField("at", seen.get().at().toString());
            json.writeEndObject();
        }
    }

    private static Optional<Seen> seen(JsonObject json, String name) {
        return json.optionalObject(name).map(seen -> new Seen(seen.integer("milliCelsius"), seen.instant("at")));
    }
}

package org.gardefroid.cli.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.EventReader;

/** What was done, as JSON: an object a line, or a list of objects. */
final class EventFile {

    private final List<CustodyEvent> events = new ArrayList<>();
    private final Map<String, CustodyEvent> named = new HashMap<>();

    private final EventReader reader;

    private EventFile(EventReader reader) {
        this.reader = reader;
    }

    /** @param zone in which the last day of a label ends */
    static List<CustodyEvent> read(Path file, ZoneId zone) throws IOException {
        EventFile read = new EventFile(new EventReader(zone));
        List<Line> lines = Line.of(file);
        if (!lines.isEmpty() && lines.getFirst().text().stripLeading().startsWith("[")) {
            read.list(file, lines);
        } else {
            for (Line line : lines) {
                try {
                    read.take(JsonObject.parse(line.text()), line.number());
                } catch (JsonProblem e) {
                    throw line.refused(Words.of(e));
                }
            }
        }
        new EventReferences(file, read.events, read.named).check();
        return read.events;
    }

    private void list(Path file, List<Line> lines) {
        String whole = String.join("\n", lines.stream().map(Line::text).toList());
        try {
            int order = 0;
            for (JsonObject event : JsonObject.parse("{\"events\":" + whole + "}").objects("events")) {
                order++;
                take(event, order);
            }
        } catch (JsonProblem e) {
            throw new Refused(file + " : " + Words.of(e));
        }
    }

    private void take(JsonObject json, int order) {
        CustodyEvent event = reader.read(json, order);
        if (event.id().isPresent()) {
            CustodyEvent before = named.putIfAbsent(event.id().get(), event);
            if (before != null && !(before.what().equals(event.what()) && before.at().equals(event.at()))) {
                throw new JsonProblem("id", "« " + event.id().get() + " » est celui d’un autre événement",
                        '"' + event.id().get() + "\" is another event's");
            }
        }
        events.add(event);
    }
}

package org.gardefroid.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What is told in the end: a table for a person, one line of JSON for a program. */
record Report(String database, double copyReadingsPerSecond, List<RunResult> runs) {

    Report {
        runs = List.copyOf(runs);
    }

    void print(PrintStream out) {
        out.println();
        out.println(String.format(Locale.ROOT, "%s; COPY %,.0f readings/s", database, copyReadingsPerSecond));
        for (RunResult run : runs) {
            out.println(line(run) + String.format(Locale.ROOT, "  %.2f of COPY", ratio(run)));
        }
    }

    static String line(RunResult run) {
        return String.format(Locale.ROOT,
                "%-15s %,9.0f messages/s %,11.0f readings/s  to commit p50 %s p99 %s ms  judging %s s  idle %2.0f%%  cores %s%s",
                run.name(), run.messagesPerSecond(), run.readingsPerSecond(), text(run.p50Millis()),
                text(run.p99Millis()),
                text(run.judgingLagSeconds()), run.idle() * 100,
                run.cores().entrySet().stream().map(e -> String.format(Locale.ROOT, "%s %.2f (%.0f µs a message)",
                        e.getKey(), e.getValue(), run.cpuMicrosPerMessage(e.getKey())))
                        .collect(Collectors.joining(", ")),
                run.keptUp() ? "" : "  NOT KEPT UP");
    }

    /** The saturated runs by their readings a message; what the others add stands beside them. */
    String json() {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            number(json, "copyReadingsPerSecond", copyReadingsPerSecond);
            json.writeArrayFieldStart("ingest");
            for (RunResult run : runs.stream().filter(run -> run.name().startsWith("saturated")).toList()) {
                write(json, run);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("paced");
            for (RunResult run : runs.stream().filter(run -> !run.load().saturated()).toList()) {
                write(json, run);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("slowCommit");
            for (RunResult run : runs.stream().filter(run -> run.name().startsWith("slow")).toList()) {
                write(json, run);
            }
            json.writeEndArray();
            json.writeStringField("receipted", "all");
            json.writeStringField("database", database);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json, RunResult run) throws IOException {
        json.writeStartObject();
        json.writeNumberField("readingsPerMessage", run.load().readingsPerMessage());
        number(json, "messagesPerSecond", run.messagesPerSecond());
        number(json, "readingsPerSecond", run.readingsPerSecond());
        number(json, "ratioToCopy", ratio(run));
        number(json, "receiveToCommitP50Millis", run.p50Millis());
        number(json, "receiveToCommitP99Millis", run.p99Millis());
        number(json, "judgingLagSeconds", run.judgingLagSeconds());
        number(json, "commitP50Millis", run.commitMillis());
        number(json, "idleShare", run.idle());
        if (!run.load().saturated()) {
            json.writeNumberField("pacedMessagesPerSecond", run.load().messagesPerSecond());
            json.writeBooleanField("keptUp", run.keptUp());
        }
        json.writeNumberField("batches", run.sent());
        json.writeNumberField("questions", run.questions());
        json.writeObjectFieldStart("cores");
        for (var program : run.cores().entrySet()) {
            number(json, program.getKey(), program.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("cpuMicrosPerMessage");
        for (String program : run.cores().keySet()) {
            number(json, program, run.cpuMicrosPerMessage(program));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private double ratio(RunResult run) {
        return run.readingsPerSecond() / copyReadingsPerSecond;
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(json, name, value.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(value >= 1_000 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3f", value));
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", value.getAsDouble()) : "-";
    }
}

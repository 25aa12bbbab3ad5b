package org.gardefroid.testbed.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code mail.jsonl}: one JSON object a line, written and read. */
final class MailLines {

    static final String FILE = "mail.jsonl";

    private static final JsonFactory JSON = new JsonFactory();

    private MailLines() {}

    static String line(ReceivedMail mail) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("receivedAt", mail.receivedAt().toString());
            json.writeStringField("from", mail.from());
            json.writeArrayFieldStart("to");
            for (String to : mail.to()) {
                json.writeString(to);
            }
            json.writeEndArray();
            json.writeStringField("subject", mail.subject());
            json.writeObjectFieldStart("headers");
            for (var header : mail.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("text", mail.text());
            json.writeStringField("file", mail.file());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** All mails so far; a line that is still being written is left for the next time. */
    static List<ReceivedMail> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        String content = Files.readString(file, StandardCharsets.UTF_8);
        var mails = new ArrayList<ReceivedMail>();
        for (String line : content.substring(0, content.lastIndexOf('\n') + 1).lines().toList()) {
            mails.add(mail(line));
        }
        return mails;
    }

    private static ReceivedMail mail(String line) throws IOException {
        var to = new ArrayList<String>();
        Map<String, String> headers = Map.of();
        var texts = new TreeMap<String, String>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case START_ARRAY -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            to.add(json.getText());
                        }
                    }
                    case START_OBJECT -> headers = fields(json);
                    default -> texts.put(name, json.getText());
                }
            }
        }
        return new ReceivedMail(Instant.parse(texts.getOrDefault("receivedAt", "")), texts.getOrDefault("from", ""), to,
                texts.getOrDefault("subject", ""), headers,
                texts.getOrDefault("text", ""), texts.getOrDefault("file", ""));
    }

    private static Map<String, String> fields(JsonParser json) throws IOException {
        var fields = new TreeMap<String, String>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            fields.put(json.currentName(), json.nextTextValue());
        }
        return fields;
    }
}

package org.gardefroid.cli.lots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gardefroid lots}: where each lot is and was; enters one, moves some of it, takes some out. */
@Command(name = "lots", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help", synopsisSubcommandLabel = "list|enter|move|take-out")
public final class LotsCommand {

    /** Where the service is, and who asks. */
    static final class Who {

        @Option(names = "--service", defaultValue = "http://localhost:8080", descriptionKey = "lots.service")
        private URI service = URI.create("");

        @Option(names = "--account", required = true, descriptionKey = "lots.account")
        private String account = "";

        @Option(names = "--password-file", required = true, descriptionKey = "lots.password-file")
        private Path passwordFile = Path.of("");

        @Option(names = "--json", descriptionKey = "lots.json")
        private boolean json;

        ServiceSession open() throws IOException {
            if (!Files.isReadable(passwordFile)) {
                throw new Refused(Words.say("replay.no-file", passwordFile));
            }
            return new ServiceSession(service, account, Files.readString(passwordFile).strip());
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Mixin Who who,
            @Parameters(arity = "0..1", paramLabel = "NUMBER", descriptionKey = "lots.number") @Nullable String number)
            throws IOException {
        try (ServiceSession session = who.open()) {
            session.get("/api/lots?number="
                    + (number == null ? "" : URLEncoder.encode(number, StandardCharsets.UTF_8)))
                    .forEach(lot -> tell(who, lot));
        }
        return 0;
    }

    @Command(name = "enter", mixinStandardHelpOptions = true)
    int enter(@Mixin Who who,
            @Option(names = "--product", required = true, descriptionKey = "lots.product") String product,
            @Option(names = "--scan", defaultValue = "", descriptionKey = "lots.scan") String scan,
            @Option(names = "--gtin", defaultValue = "", descriptionKey = "lots.gtin") String gtin,
            @Option(names = "--number", defaultValue = "", descriptionKey = "lots.number") String number,
            @Option(names = "--expires", defaultValue = "", descriptionKey = "lots.expires") String expires,
            @Option(names = "--to", required = true, descriptionKey = "lots.to") String to,
            @Option(names = "--doses", required = true, descriptionKey = "lots.doses") int doses,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at,
            @Option(names = "--thawed-at", defaultValue = "", descriptionKey = "lots.thawed-at") String thawedAt,
            @Option(names = "--opening-minutes", defaultValue = "", descriptionKey = "lots.opening") String opening,
            @Option(names = "--opening-highest", defaultValue = "", descriptionKey = "lots.highest") String highest)
            throws IOException {
        Map<String, Object> fields = new TreeMap<>(Map.of("product", product, "scan", scan, "gtin", gtin, "number",
                number, "expires", expires, "to", to, "doses", doses, "at", at, "thawedAt", thawedAt));
        fields.put("opening", opening.isEmpty() ? "unknown" : opening.equals("0") ? "none" : "minutes");
        fields.put("openingMinutes", opening);
        fields.put("openingHighest", highest);
        return post(who, "/api/lots", fields);
    }

    @Command(name = "move", mixinStandardHelpOptions = true)
    int move(@Mixin Who who,
            @Parameters(paramLabel = "NUMBER", descriptionKey = "lots.number") String number,
            @Option(names = "--from", required = true, descriptionKey = "lots.from") String from,
            @Option(names = "--to", required = true, descriptionKey = "lots.to") String to,
            @Option(names = "--doses", required = true, descriptionKey = "lots.doses") int doses,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at) throws IOException {
        return handle(who, number, from, "move", Map.of("from", from, "to", to, "doses", doses, "at", at));
    }

    @Command(name = "take-out", mixinStandardHelpOptions = true)
    int takeOut(@Mixin Who who,
            @Parameters(paramLabel = "NUMBER", descriptionKey = "lots.number") String number,
            @Option(names = "--from", required = true, descriptionKey = "lots.from") String from,
            @Option(names = "--doses", required = true, descriptionKey = "lots.doses") int doses,
            @Option(names = "--reason", required = true, descriptionKey = "lots.reason") String reason,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at) throws IOException {
        return handle(who, number, from, "take-out", Map.of("from", from, "doses", doses, "reason", reason, "at", at));
    }

    /** Of lots with this number, the one that is in the equipment it is to leave. */
    private static int handle(Who who, String number, String from, String what, Map<String, Object> fields)
            throws IOException {
        try (ServiceSession session = who.open()) {
            for (JsonNode lot : session.get("/api/lots?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8))) {
                for (JsonNode where : lot.path("now")) {
                    if (where.path("equipment").asText().equals(from)) {
                        tell(who, session.post("/api/lots/" + lot.path("id").asInt() + "/" + what, body(fields)));
                        return 0;
                    }
                }
            }
        }
        throw new Refused(Words.say("lots.not-there", number, from));
    }

    private static int post(Who who, String path, Map<String, Object> fields) throws IOException {
        try (ServiceSession session = who.open()) {
            tell(who, session.post(path, body(fields)));
        }
        return 0;
    }

    private static ObjectNode body(Map<String, Object> fields) {
        ObjectNode body = JSON.createObjectNode();
        fields.forEach((name, value) -> body.put(name, value.toString()));
        return body;
    }

    private static void tell(Who who, JsonNode lot) {
        if (who.json) {
            System.out.println(lot);
            return;
        }
        System.out.println(Words.say("lots.lot", lot.path("number").asText(), lot.path("product").asText(),
                lot.path("expires").asText()));
        for (JsonNode where : lot.path("now")) {
            System.out.println(Words.say("lots.here", where.path("doses").asInt(), where.path("equipment").asText(),
                    time(where.path("from"))));
        }
        for (JsonNode where : lot.path("before")) {
            System.out.println(Words.say("lots.was", where.path("doses").asInt(), where.path("equipment").asText(),
                    time(where.path("from")), time(where.path("until")), where.path("endedFor").asText()));
        }
    }

    /** To the second, on the clock of whoever reads. */
    private static String time(JsonNode instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .format(Instant.parse(instant.asText()).atZone(ZoneId.systemDefault()));
    }
}

package org.gardefroid.cli.lots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.cli.service.ServiceClient;
import org.gardefroid.cli.service.ServiceOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gardefroid lots}: where each lot is and was; enters one, moves some of it, takes some out. */
@Command(name = "lots", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help", synopsisSubcommandLabel = "list|enter|move|thaw|take-out")
public final class LotsCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Mixin ServiceOptions who, @Option(names = "--json", descriptionKey = "lots.json") boolean json,
            @Parameters(arity = "0..1", paramLabel = "NUMBER", descriptionKey = "lots.number") @Nullable String number)
            throws IOException {
        try (ServiceClient service = who.client()) {
            numbered(service, number == null ? "" : number).forEach(lot -> tell(json, lot));
        }
        return 0;
    }

    @Command(name = "enter", mixinStandardHelpOptions = true)
    int enter(@Mixin ServiceOptions who, @Option(names = "--json", descriptionKey = "lots.json") boolean json,
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
        return post(who, json, "/api/lots", fields);
    }

    @Command(name = "move", mixinStandardHelpOptions = true)
    int move(@Mixin ServiceOptions who, @Option(names = "--json", descriptionKey = "lots.json") boolean json,
            @Parameters(paramLabel = "NUMBER", descriptionKey = "lots.number") String number,
            @Option(names = "--from", required = true, descriptionKey = "lots.from") String from,
            @Option(names = "--to", required = true, descriptionKey = "lots.to") String to,
            @Option(names = "--doses", required = true, descriptionKey = "lots.doses") int doses,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at,
            @Option(names = "--thaws", descriptionKey = "lots.thaws") boolean thaws) throws IOException {
        return handle(who, json, number, from, "move",
                Map.of("from", from, "to", to, "doses", doses, "at", at, "thaws", thaws ? "on" : ""));
    }

    @Command(name = "thaw", mixinStandardHelpOptions = true)
    int thaw(@Mixin ServiceOptions who, @Option(names = "--json", descriptionKey = "lots.json") boolean json,
            @Parameters(paramLabel = "NUMBER", descriptionKey = "lots.number") String number,
            @Option(names = "--in", required = true, descriptionKey = "lots.in") String where,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at) throws IOException {
        return handle(who, json, number, where, "thaw", Map.of("from", where, "at", at));
    }

    @Command(name = "take-out", mixinStandardHelpOptions = true)
    int takeOut(@Mixin ServiceOptions who, @Option(names = "--json", descriptionKey = "lots.json") boolean json,
            @Parameters(paramLabel = "NUMBER", descriptionKey = "lots.number") String number,
            @Option(names = "--from", required = true, descriptionKey = "lots.from") String from,
            @Option(names = "--doses", required = true, descriptionKey = "lots.doses") int doses,
            @Option(names = "--reason", required = true, descriptionKey = "lots.reason") String reason,
            @Option(names = "--at", defaultValue = "", descriptionKey = "lots.at") String at) throws IOException {
        return handle(who, json, number, from, "take-out",
                Map.of("from", from, "doses", doses, "reason", reason, "at", at));
    }

    /** Of lots with this number, the one that is in the equipment it is to leave. */
    private static int handle(ServiceOptions who, boolean json, String number, String from, String what,
            Map<String, Object> fields)
            throws IOException {
        try (ServiceClient service = who.client()) {
            for (JsonNode lot : numbered(service, number)) {
                for (JsonNode where : lot.path("now")) {
                    if (where.path("equipment").asText().equals(from)) {
                        tell(json,
                                taken(service.post("/api/lots/" + lot.path("id").asInt() + "/" + what, body(fields))));
                        return 0;
                    }
                }
            }
        }
        throw new Refused(Words.say("lots.not-there", number, from));
    }

    private static int post(ServiceOptions who, boolean json, String path, Map<String, Object> fields)
            throws IOException {
        try (ServiceClient service = who.client()) {
            tell(json, taken(service.post(path, body(fields))));
        }
        return 0;
    }

    private static JsonNode numbered(ServiceClient service, String number) {
        return taken(service.get("/api/lots?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8)));
    }

    private static JsonNode taken(ServiceClient.Answer answer) {
        if (!answer.isOk()) {
            throw new Refused(answer.error().isEmpty() ? Words.say("lots.refused", answer.status()) : answer.error());
        }
        return answer.body();
    }

    private static ObjectNode body(Map<String, Object> fields) {
        ObjectNode body = JSON.createObjectNode();
        fields.forEach((name, value) -> body.put(name, value.toString()));
        return body;
    }

    private static void tell(boolean json, JsonNode lot) {
        if (json) {
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

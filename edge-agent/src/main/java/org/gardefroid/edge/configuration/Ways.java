package org.gardefroid.edge.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.edge.uplink.Way;
import org.jspecify.annotations.Nullable;

/**
 * The ways to the broker, in the order in which they are tried.
 *
 * <pre>
 *   broker              = broker.example:8883, wss://broker.example/mqtt, wss://broker.example/mqtt via proxy.chu.example:3128
 *   proxy.user          = box
 *   proxy.password-file = proxy.password
 * </pre>
 */
final class Ways {

    static final int MQTT_PORT = 8_883;
    static final int HTTPS_PORT = 443;
    static final String PATH = "/mqtt";

    private static final String WRITTEN = "a way to the broker is <host>:<port> or wss://<host>[:<port>][/<path>],"
            + " with via <proxy>:<port> after it where there is one";

    private static final String HOST = "(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)";
    private static final Pattern WAY = Pattern
            .compile(
                    "(?:(mqtts|wss)://)?" + HOST + "(?::([0-9]{1,6}))?(/[!-~]*)?(?: +via +" + HOST + ":([0-9]{1,6}))?");

    private static final Pattern PROXY = Pattern.compile(HOST + ":([0-9]{1,6})");

    private Ways() {}

    static List<Way> read(Settings settings) {
        Optional<String> user = settings.optional("proxy.user");
        Optional<String> file = settings.optional("proxy.password-file");
        if (user.isPresent() != file.isPresent()) {
            settings.problem("proxy.user and proxy.password-file are said together, or neither");
        }
        Optional<Way.Login> login = user
                .flatMap(name -> file.map(path -> new Way.Login(name, settings.path(path))));
        List<Way> ways = settings.required("broker", text -> parse(text, login), List.of());
        if (login.isPresent() && !ways.isEmpty() && ways.stream().allMatch(way -> way.proxy().isEmpty())) {
            settings.problem("proxy.user is of no use: no way of broker goes via a proxy");
        }
        return ways;
    }

    private static List<Way> parse(String text, Optional<Way.Login> login) {
        List<Way> ways = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            Way way = way(one.strip(), login);
            if (ways.contains(way)) {
                throw new IllegalArgumentException("twice the same way: " + way);
            }
            ways.add(way);
        }
        return ways;
    }

    private static Way way(String text, Optional<Way.Login> login) {
        Matcher matcher = WAY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(WRITTEN);
        }
        boolean webSocket = "wss".equals(matcher.group(1));
        if (!webSocket && matcher.group(4) != null || matcher.group(1) == null && matcher.group(3) == null) {
            throw new IllegalArgumentException(WRITTEN);
        }
        Way.Carriage carriage = webSocket
                ? new Way.Carriage.WebSocket(Optional.ofNullable(matcher.group(4)).orElse(PATH))
                : new Way.Carriage.Plain();
        Optional<Way.Proxy> proxy = Optional.ofNullable(matcher.group(5))
                .map(host -> new Way.Proxy(bare(host), port(matcher.group(6), 0), login));
        return new Way(carriage, bare(matcher.group(2)), port(matcher.group(3), webSocket ? HTTPS_PORT : MQTT_PORT),
                proxy);
    }

    static Way.Proxy proxy(String text, Optional<Way.Login> login) {
        Matcher matcher = PROXY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a proxy is <host>:<port>: " + text);
        }
        return new Way.Proxy(bare(matcher.group(1)), port(matcher.group(2), 0), login);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(@Nullable String text, int unsaid) {
        int port = text == null ? unsaid : Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port must be 1 to 65535: " + port);
        }
        return port;
    }
}

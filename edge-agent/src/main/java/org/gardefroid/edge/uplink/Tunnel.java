package org.gardefroid.edge.uplink;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has an HTTP proxy connect us to the broker (RFC 9110 §9.3.6). Of the ways to say who we are it knows Basic alone; the
 * proxy carries bytes of TLS that it cannot read.
 */
final class Tunnel {

    private Tunnel() {}

    /** @param tcp connected to the proxy, with a limit on each read */
    static void open(Socket tcp, Way.Proxy proxy, String host, int port) throws IOException {
        String broker = Way.address(host, port);
        String request = "CONNECT " + broker + " HTTP/1.1\r\nHost: " + broker + "\r\n"
                + (proxy.login().isPresent() ? authorization(proxy.login().get()) : "") + "\r\n";
        tcp.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        tcp.getOutputStream().flush();
        HttpHead answer = HttpHead.read(tcp.getInputStream(), "proxy " + proxy);
        switch (answer.status() / 100) {
            case 2 -> {
                // from here on it is the broker's connection
            }
            default -> throw new RefusedException(refusal(proxy, broker, answer));
        }
    }

    private static String authorization(Way.Login login) throws IOException {
        String password = Files.readString(login.password(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        byte[] both = (login.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
    }

    private static String refusal(Way.Proxy proxy, String broker, HttpHead answer) {
        if (answer.status() != 407) {
            return "proxy " + proxy + " does not connect to " + broker + ": " + answer.told();
        }
        String offers = answer.headers().getOrDefault("proxy-authenticate", List.of()).stream()
                .map(offer -> offer.split(" ", 2)[0]).collect(Collectors.joining(", "));
        return "proxy " + proxy + (proxy.login().isPresent()
                ? " does not accept proxy.user and its password: "
                : " wants proxy.user and proxy.password-file: ") + answer.told()
                + (offers.isEmpty() ? "" : "; it takes " + offers);
    }
}

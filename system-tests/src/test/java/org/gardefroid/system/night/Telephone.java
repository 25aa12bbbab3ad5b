package org.gardefroid.system.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A telephone and the provider between: takes short messages as OVHcloud does, and hands answers over by a relay's token. */
final class Telephone implements AutoCloseable {

    /** @param to the number */
    record Message(String to, String text) {}

    private final ObjectMapper json = new ObjectMapper();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final HttpServer provider;

    Telephone() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            JsonNode sent = json.readTree(exchange.getRequestBody());
            String number = sent.path("receivers").path(0).asText();
            received.add(new Message(number, sent.path("message").asText()));
            byte[] answer = ("{\"totalCreditsRemoved\":1,\"invalidReceivers\":[],\"ids\":[7],\"validReceivers\":[\""
                    + number + "\"]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        provider.start();
    }

    String address() {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/1.0/sms/sms-ab1-1/jobs";
    }

    List<Message> received() {
        return received;
    }

    /** What the service says to it. */
    String answer(String console, String token, String from, String text) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = json.createObjectNode().put("from", from).put("text", text).toString();
            return http.send(HttpRequest.newBuilder(URI.create(console + "answer/text"))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        provider.stop(0);
    }
}

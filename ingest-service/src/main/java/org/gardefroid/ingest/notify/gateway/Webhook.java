package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gardefroid.ingest.notify.Delivery;

/**
 * Tells a program of the hospital, signed. It goes over TLS to public addresses only, so that whoever may enter an address
 * cannot make the service speak to what stands beside it; hosts that are allowed by name are excepted. No redirect is followed.
 */
public final class Webhook {

    private final Path secret;
    private final Set<String> allowed;
    private final Duration timeout;
    private final HttpClient client;

    /** @param secret a file with the key of the signature */
    Webhook(Path secret, Set<String> allowed, Duration timeout) {
        this.secret = secret;
        this.allowed = Set.copyOf(allowed);
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The message's text is the body, JSON. */
    public Delivery send(Outgoing message, Instant now) {
        URI address;
        try {
            address = URI.create(message.to());
        } catch (IllegalArgumentException e) {
            return new Delivery.Refused("not an address: " + message.to());
        }
        String host = address.getHost();
        if (host == null || !"https".equals(address.getScheme()) && !isAllowed(host)) {
            return new Delivery.Refused("a webhook goes to an https address: " + message.to());
        }
        HttpRequest request;
        try {
            if (!isAllowed(host)) {
                // What was looked up is remembered by the JDK for 30 seconds, so the request goes where this looked.
                for (InetAddress each : InetAddress.getAllByName(host)) {
                    if (Addresses.isInternal(each)) {
                        return new Delivery.Refused("an internal address: " + each.getHostAddress());
                    }
                }
            }
            request = HttpRequest.newBuilder(address).timeout(timeout).header("Content-Type", "application/json")
                    .header("Idempotency-Key", message.key())
                    .header("X-Gardefroid-Signature",
                            Signatures.ours(Files.readString(secret).strip(), message.text(), now))
                    .POST(HttpRequest.BodyPublishers.ofString(message.text())).build();
        } catch (UnknownHostException e) {
            return new Delivery.Later("no such host: " + host);
        } catch (IOException e) {
            return new Delivery.Later("the webhook's secret cannot be read: " + e.getMessage());
        }
        return HttpAnswer.to(client, request, List.of(400, 404, 410), (body, said) -> new Delivery.Accepted(said), now);
    }

    private boolean isAllowed(String host) {
        return allowed.contains(host);
    }
}

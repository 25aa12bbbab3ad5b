package org.gardefroid.ingest.notify.gateway;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.registry.Documents;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of this installation, as the file says that {@code gardefroid.gateways.file} names: {@code sms}, {@code voice},
 * {@code webhook} and {@code answers}, each of which may be missing.
 *
 * @param answers how providers reach us, and how we know them
 */
public record Gateways(Optional<Gateway> sms, Optional<Gateway> voice, Optional<Webhook> webhook,
        Optional<Answers> answers) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * @param url of our console as seen from outside, without a slash at its end
     * @param twilioToken a file; empty where no Twilio speaks to us
     * @param bearer a file with what another provider, or a relay, sends as its bearer token
     */
    public record Answers(String url, Optional<Path> twilioToken, Optional<Path> bearer) {}

    /** Reads the file once, at the start. */
    @Factory
    static final class Reader {

        @Singleton
        Gateways gateways(GatewaySettings settings) {
            Path file = settings.file();
            if (file == null) {
                return none();
            }
            try {
                return read(Files.readString(file));
            } catch (IOException e) {
                throw new IllegalArgumentException("gardefroid.gateways.file cannot be read: " + file, e);
            }
        }
    }

    public static Gateways none() {
        return new Gateways(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Gateways read(String text) throws IOException {
        Map<?, ?> all = Documents.parse(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("gateways are an object with sms, voice, webhook, answers"));
        for (Object name : all.keySet()) {
            if (!Set.of("sms", "voice", "webhook", "answers").contains(name.toString())) {
                throw new IllegalArgumentException("gateways are sms, voice, webhook and answers: " + name);
            }
        }
        return new Gateways(gateway(all, "sms"), gateway(all, "voice"), webhook(all), answers(all));
    }

    private static Optional<Gateway> gateway(Map<?, ?> all, String name) throws IOException {
        if (!(all.get(name) instanceof Map<?, ?> one)) {
            return Optional.empty();
        }
        Map<String, Path> secrets = new HashMap<>();
        texts(one.get("secrets")).forEach((key, file) -> secrets.put(key, Path.of(file)));
        Map<String, String> values = texts(one.get("values"));
        Template template = Template.named(needed(one, name, "template"));
        String url = Optional.ofNullable(one.get("url")).map(Object::toString).orElse(template.url());
        return Optional.of(new Gateway(template.at(url), values, secrets, timeout(one)));
    }

    private static Optional<Webhook> webhook(Map<?, ?> all) {
        if (!(all.get("webhook") instanceof Map<?, ?> one)) {
            return Optional.empty();
        }
        Set<String> allowed = new HashSet<>();
        if (one.get("allow") instanceof Iterable<?> hosts) {
            hosts.forEach(host -> allowed.add(host.toString()));
        }
        return Optional.of(new Webhook(Path.of(needed(one, "webhook", "secret")), allowed, timeout(one)));
    }

    private static Optional<Answers> answers(Map<?, ?> all) {
        return all.get("answers") instanceof Map<?, ?> one
                ? Optional.of(new Answers(needed(one, "answers", "url"), path(one.get("twilio-token")),
                        path(one.get("bearer"))))
                : Optional.empty();
    }

    private static Optional<Path> path(@Nullable Object file) {
        return Optional.ofNullable(file).map(name -> Path.of(name.toString()));
    }

    private static Duration timeout(Map<?, ?> one) {
        return Optional.ofNullable(one.get("timeout")).map(text -> Duration.parse("PT" + text)).orElse(TIMEOUT);
    }

    private static String needed(Map<?, ?> one, String place, String name) {
        return Optional.ofNullable(one.get(name)).map(Object::toString)
                .orElseThrow(() -> new IllegalArgumentException("gateways: " + place + "." + name + " is missing"));
    }

    private static Map<String, String> texts(@Nullable Object map) {
        Map<String, String> texts = new HashMap<>();
        if (map instanceof Map<?, ?> values) {
            values.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        }
        return texts;
    }
}

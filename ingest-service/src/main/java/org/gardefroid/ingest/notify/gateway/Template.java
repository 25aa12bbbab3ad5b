package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.registry.Documents;

/**
 * How one provider is spoken to. A template is a YAML file: {@code url}, {@code headers}, {@code form} or {@code json} with
 * placeholders in braces; {@code basic} names the two values of a Basic authorization; {@code accepted} is what an answer has to
 * hold to count as a yes, {@code notAccepted} what says no in it, and {@code refused} the statuses that are no for ever.
 *
 * @param signature {@code ovh} where each request is signed that way
 */
record Template(
        String url,
        Map<?, ?> headers,
        Optional<Map<?, ?>> form,
        Optional<Map<?, ?>> json,
        List<?> basic,
        Optional<String> signature,
        Optional<String> accepted,
        Optional<String> notAccepted,
        List<?> refused) {

    private static final List<String> OURS = List.of("twilio-sms", "twilio-voice", "ovh-sms");

    /** One of ours by its name, or a file. */
    static Template named(String name) throws IOException {
        if (!OURS.contains(name)) {
            Path file = Path.of(name);
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(
                        "a gateway's template is one of " + OURS + " or a file that can be read: " + name);
            }
            return parse(name, Files.readString(file));
        }
        try (InputStream ours = Template.class.getResourceAsStream("/gateways/" + name + ".yml")) {
            if (ours == null) {
                throw new IllegalStateException("template missing: " + name);
            }
            return parse(name, new String(ours.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Template parse(String name, String text) {
        Map<?, ?> values = Documents.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a gateway's template: " + name));
        if (!(values.get("url") instanceof String url)) {
            throw new IllegalArgumentException("a gateway's template needs an url: " + name);
        }
        Optional<Map<?, ?>> form = map(values, "form");
        Optional<Map<?, ?>> json = map(values, "json");
        if (form.isPresent() == json.isPresent()) {
            throw new IllegalArgumentException("a gateway's template has a form or a json, one of them: " + name);
        }
        return new Template(url, map(values, "headers").orElse(Map.of()), form, json, list(values, "basic"),
                text(values, "signature"), text(values, "accepted"), text(values, "notAccepted"),
                list(values, "refused"));
    }

    /** The same at another address, such as a provider's in another country. */
    Template at(String address) {
        return new Template(address, headers, form, json, basic, signature, accepted, notAccepted, refused);
    }

    private static Optional<Map<?, ?>> map(Map<?, ?> values, String name) {
        return values.get(name) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
    }

    private static List<?> list(Map<?, ?> values, String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Optional<String> text(Map<?, ?> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }
}

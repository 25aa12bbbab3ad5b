package org.gardefroid.ingest.notify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail server, and what stands in a message.
 *
 * @param security what the server is spoken to by: {@code none}, {@code starttls} (and no further without it) or {@code tls}
 * @param user empty where the server asks for none
 * @param password a file that holds it
 * @param timeout of each step: to connect, to read, to write
 * @param console where a browser finds the pages
 */
@ConfigurationProperties("gardefroid.mail")
public record MailSettings(
        @Bindable(defaultValue = "localhost") String host,
        @Bindable(defaultValue = "25") int port,
        @Bindable(defaultValue = "none") String security,
        @Nullable String user,
        @Nullable Path password,
        @Bindable(defaultValue = "gardefroid@localhost") String from,
        @Bindable(defaultValue = "5s") Duration timeout,
        @Bindable(defaultValue = "http://localhost:8080") URI console) {

    /** How a connection is kept from others' eyes. */
    enum Security {
        NONE, STARTTLS, TLS
    }

    Security securityOrThrow() {
        try {
            return Security.valueOf(security.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "gardefroid.mail.security must be none, starttls or tls: " + security, e);
        }
    }

    Optional<String> account() {
        return Optional.ofNullable(user).filter(name -> !name.isBlank());
    }

    /** The part of a Message-ID that is ours. */
    String domain() {
        return from.substring(from.indexOf('@') + 1).replace(">", "");
    }
}

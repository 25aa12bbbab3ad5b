package org.gardefroid.ingest.mqtt;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Connections to the same broker under another name than the service's. */
public final class BrokerGuests {

    private final BrokerSettings settings;
    private final InstantSource clock;

    BrokerGuests(BrokerSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What a client shows of itself: the certificate's common name is its name. */
    public record Identity(PrivateKey key, X509Certificate certificate) {}

    /** The service's own name at the broker, of which there is one. */
    public String host() {
        return settings.clientId();
    }

    /** @param identity asked for at each connection */
    public BrokerLink link(String clientId, Supplier<Identity> identity) {
        return new PahoLink(settings, clientId, () -> {
            Identity own = identity.get();
            return Pem.context(own.key(), List.of(own.certificate()), settings.authority());
        }, clock);
    }
}

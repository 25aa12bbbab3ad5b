package org.gardefroid.ingest.mqtt;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;

/**
 * How the broker is reached. The certificate's common name is what the broker's rights are tied to.
 *
 * @param url {@code ssl://host:port}
 * @param certificate the service's own, PEM, with its chain
 * @param key its private key, PEM, PKCS#8
 * @param authority who signed the broker's certificate, PEM
 * @param clientId must be the certificate's common name
 */
@ConfigurationProperties("gardefroid.broker")
record BrokerSettings(String url, Path certificate, Path key, Path authority, String clientId) {

    private static final String SCHEME = "ssl://";

    BrokerSettings {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("gardefroid.broker.url is to be ssl://host:port, and is " + url);
        }
    }

    /** The address as Paho is told it: it is to make no TLS, for {@link BrokerSockets} does. */
    String plainUrl() {
        return "tcp://" + url.substring(SCHEME.length());
    }
}

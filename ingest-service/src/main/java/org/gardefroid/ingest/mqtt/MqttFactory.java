package org.gardefroid.ingest.mqtt;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The broker's connection; whoever opens it also closes it. */
@Factory
final class MqttFactory {

    @Singleton
    BrokerLink brokerLink(BrokerSettings settings, InstantSource clock) {
        return new PahoLink(settings, settings.clientId(),
                () -> Pem.context(settings.certificate(), settings.key(), settings.authority()), clock);
    }

    @Singleton
    BrokerGuests brokerGuests(BrokerSettings settings, InstantSource clock) {
        return new BrokerGuests(settings, clock);
    }
}

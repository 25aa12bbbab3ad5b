package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.ingest.notify.gateway.Gateways;

/** The channels that there are gateways for, and mail. */
@Singleton
final class ChannelsSetUp implements Channels {

    private final Gateways gateways;

    ChannelsSetUp(Gateways gateways) {
        this.gateways = gateways;
    }

    @Override
    public boolean has(Channel channel) {
        return switch (channel) {
            case MAIL -> true;
            case SMS -> gateways.sms().isPresent();
            case VOICE -> gateways.voice().isPresent();
            case WEBHOOK -> gateways.webhook().isPresent();
        };
    }
}

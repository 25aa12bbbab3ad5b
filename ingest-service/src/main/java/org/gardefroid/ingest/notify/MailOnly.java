package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import org.gardefroid.alerting.cascade.Channel;

@Singleton
final class MailOnly implements Channels {
    @Override
    public boolean has(Channel channel) {
        return channel == Channel.MAIL;
    }
}

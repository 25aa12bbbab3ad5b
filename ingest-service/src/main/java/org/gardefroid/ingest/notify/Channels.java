package org.gardefroid.ingest.notify;

import org.gardefroid.alerting.cascade.Channel;

/** Which channels this installation has. What cannot be sent by one of them goes by mail. */
@FunctionalInterface
public interface Channels {
    boolean has(Channel channel);
}

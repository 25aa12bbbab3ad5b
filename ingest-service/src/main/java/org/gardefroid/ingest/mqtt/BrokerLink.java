package org.gardefroid.ingest.mqtt;

import java.util.Collection;

/** The connection to the broker, as the rest of the program sees it. It is kept up by itself. */
public interface BrokerLink extends AutoCloseable {

    /**
     * Connects and stays connected until closed. Returns at once.
     *
     * @param onUp called, on a thread of its own, each time the connection stands and its subscriptions are granted
     */
    void open(Inbound inbound, Runnable onUp);

    /** Subscribes to exactly these filters at QoS 1, now and after every reconnection. */
    void subscribeTo(Collection<String> filters);

    boolean isUp();

    /** Sends once, at QoS 0. False if there was no connection: whoever waits for it will ask again. */
    boolean send(String topic, byte[] payload);

    /** Leaves a message with the broker at QoS 1. False if the broker did not accept it. */
    boolean leave(String topic, byte[] payload);

    @Override
    void close();
}

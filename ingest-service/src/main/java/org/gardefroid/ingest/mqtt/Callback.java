package org.gardefroid.ingest.mqtt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what arrives, and waits while there is no room: Paho then reads no more, TCP fills, and the broker holds back. What
 * is dropped instead would be sent again, thousandfold, at the worst of times.
 */
final class Callback implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);

    /** How often a waiting callback looks whether its connection still exists. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final InstantSource clock;
    private final Inbound inbound;
    private final BooleanSupplier isLost;
    private final Runnable onLoss;

    Callback(InstantSource clock, Inbound inbound, BooleanSupplier isLost, Runnable onLoss) {
        this.clock = clock;
        this.inbound = inbound;
        this.isLost = isLost;
        this.onLoss = onLoss;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InterruptedException {
        Arrival arrival = new Arrival(topic, message.getPayload(), clock.instant(), System.nanoTime());
        // Of a lost connection nothing need be kept: no receipt was given, so that it is sent again.
        while (!inbound.offer(arrival, LOOK) && !isLost.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        onLoss.run();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        LOG.warn("broker connection in error reason={}", exception.getMessage());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}

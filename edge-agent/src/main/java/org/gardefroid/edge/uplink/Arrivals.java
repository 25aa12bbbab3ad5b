package org.gardefroid.edge.uplink;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Paho calls back for one connection. Hands over and returns; after {@link #stop} it hears nothing. */
final class Arrivals implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Inbox inbox;
    private final Consumer<String> ending;
    private volatile boolean stopped;

    Arrivals(Inbox inbox, Consumer<String> ending) {
        this.inbox = inbox;
        this.ending = ending;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (stopped) {
            return; // of a connection that counts no more
        }
        switch (Topic.parse(topic)) {
            case Decoded.Ok<Topic>(Topic.DownReceipt _) -> receipt(message.getPayload());
            case Decoded.Ok<Topic>(Topic.DownHello _) -> inbox.helloArrived();
            case Decoded.Ok<Topic>(Topic.DownBrief _) -> inbox.briefArrived(message.getPayload());
            case Decoded.Ok<Topic>(Topic other) -> LOG.warn("message passed over topic={}", other.asString());
            case Decoded.Refused<Topic>(var _, String detail) -> LOG.warn("message passed over reason=\"{}\"", detail);
        }
    }

    private void receipt(byte[] content) {
        switch (ReceiptCodec.decode(content)) {
            case Decoded.Ok<Receipt>(Receipt receipt) -> inbox.receiptArrived(receipt);
            case Decoded.Refused<Receipt>(var why, String detail) ->
                LOG.warn("receipt refused reason={} detail=\"{}\"", why.code(), detail);
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        MqttException exception = response.getException();
        ending.accept("disconnected, reason code " + response.getReturnCode()
                + (exception == null ? "" : ": " + exception.getMessage()));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        ending.accept("protocol error: " + exception.getMessage());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // A PUBACK says that the broker has it, which is not what we want to know.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // Whoever opened the connection waits for it.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // Certificates alone are used.
    }
}

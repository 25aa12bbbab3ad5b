package org.gardefroid.testbed.broker;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;

/** An MQTT client as the tests need it: what the broker answers is what its methods return. */
final class MqttPeer implements AutoCloseable {

    final BlockingQueue<String> topicsReceived = new LinkedBlockingQueue<>();
    private final MqttClient client;

    private MqttPeer(MqttClient client) {
        this.client = client;
    }

    /** Whoever has this certificate, under this client id. */
    static MqttPeer connect(URI broker, SSLContext tls, String clientId) throws MqttException {
        var client = new MqttClient(broker.toString(), clientId, new MemoryPersistence());
        client.setTimeToWait(10_000);
        var options = new MqttConnectionOptions();
        options.setSocketFactory(tls.getSocketFactory());
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(10);
        try {
            client.connect(options);
            return new MqttPeer(client);
        } catch (MqttException e) {
            client.close();
            throw e;
        }
    }

    /** Publishes with QoS 1 and returns the broker's reason code: Paho takes a refusal for a success. */
    int publish(String topic, int bytes) throws MqttException {
        var token = client.getTopic(topic).publish(new MqttMessage(new byte[bytes], 1, false, null));
        token.waitForCompletion(10_000);
        return token.getReasonCodes()[0];
    }

    /** Subscribes with QoS 1 and returns the broker's reason code. */
    int subscribe(String filter) throws MqttException {
        IMqttMessageListener listener = (topic, message) -> topicsReceived.add(topic);
        return client.subscribe(new MqttSubscription[]{new MqttSubscription(filter, 1)},
                new IMqttMessageListener[]{listener}).getReasonCodes()[0];
    }

    boolean isConnected() {
        return client.isConnected();
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(1_000, 1_000, false);
        }
        client.close(true);
    }
}

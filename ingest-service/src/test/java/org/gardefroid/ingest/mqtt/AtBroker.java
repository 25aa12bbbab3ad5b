package org.gardefroid.ingest.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;

import static org.awaitility.Awaitility.await;

/** A device with its own certificate, for tests: it sends what it is told to, and remembers what it is sent. */
public final class AtBroker implements AutoCloseable {

    private final DeviceId device;
    private final BrokerLink link;
    private final List<Arrival> heard = new CopyOnWriteArrayList<>();

    private AtBroker(DeviceId device, BrokerLink link) {
        this.device = device;
        this.link = link;
    }

    public static AtBroker connect(RunningBroker broker, String name) {
        PemFiles files = broker.authority().client(name);
        AtBroker client = new AtBroker(new DeviceId(name),
                new MqttFactory().brokerLink(new BrokerSettings(broker.uri().toString(),
                        files.certificate(), files.key(), files.authority(), name), InstantSource.system()));
        client.link.subscribeTo(List.of(Topic.prefix(0, client.device) + "down/#"));
        client.link.open((arrival, patience) -> client.heard.add(arrival), () -> {});
        client.awaitUp();
        return client;
    }

    public void awaitUp() {
        if (!link.isUp()) { // even a condition that holds already costs Awaitility its first tenth of a second
            await().until(link::isUp);
        }
    }

    public void send(String topic, byte[] payload) {
        awaitUp();
        link.send(topic, payload);
    }

    public DeviceId device() {
        return device;
    }

    public List<Receipt> receipts() {
        return heard.stream().filter(arrival -> arrival.topic().endsWith("/receipt"))
                .map(arrival -> ReceiptCodec.decode(arrival.payload()).orThrow()).toList();
    }

    /** What came below {@code down/}, as text. */
    public List<String> texts(String last) {
        return heard.stream().filter(arrival -> arrival.topic().endsWith("/" + last))
                .map(arrival -> new String(arrival.payload(), StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void close() {
        link.close();
    }
}

package org.gardefroid.edge;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.gardefroid.edge.uplink.TlsIdentity;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;

import static org.awaitility.Awaitility.await;

/** The other end, as the agent sees it: keeps batches in memory, and answers for what it keeps. */
public final class ServicePeer implements AutoCloseable {

    private final MqttClient client;
    private final MqttConnectionOptions options;
    private final ExecutorService answering = Executors.newSingleThreadExecutor();
    private final Map<BatchId, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isSilent;

    /** Connects as the service, with these PEM files. */
    public ServicePeer(String uri, Path certificate, Path key, Path authority) throws Exception {
        this.client = new MqttClient(uri, "service", new MemoryPersistence());
        client.setTimeToWait(5_000); // else an answer that is under way when the broker dies is waited for for ever
        this.options = new MqttConnectionOptions();
        options.setSocketFactory(TlsIdentity.read(certificate, key, authority).getSocketFactory());
        options.setAutomaticReconnect(false);
        connect();
    }

    /** Connects as the service. */
    public static ServicePeer over(RunningBroker broker) throws Exception {
        PemFiles files = broker.authority().client("service");
        return new ServicePeer(broker.uri().toString(), files.certificate(), files.key(), files.authority());
    }

    /** After the broker was away; what it kept it keeps. */
    void reconnect() throws MqttException {
        await().atMost(Duration.ofSeconds(10)).until(() -> !client.isConnected());
        connect();
    }

    private void connect() throws MqttException {
        client.connect(options);
        IMqttMessageListener listener = (topic, message) -> answering.execute(() -> take(topic, message.getPayload()));
        client.subscribe(new MqttSubscription[]{new MqttSubscription(Topic.everythingUp(0), 1)},
                new IMqttMessageListener[]{listener});
    }

    private void take(String topic, byte[] content) {
        switch (Topic.parse(topic).orThrow()) {
            case Topic.UpBatch(int shard, BatchId id) -> {
                if (kept.putIfAbsent(id, content) != null) {
                    repeats.incrementAndGet();
                }
                answer(shard, id.device(), Optional.empty(), List.of(id.journal()));
            }
            case Topic.UpAsk(int shard, DeviceId device) -> {
                asked.incrementAndGet();
                var question = QuestionCodec.decode(content).orThrow();
                answer(shard, device, Optional.of(question.nonce()), question.journals());
            }
            case Topic other -> throw new AssertionError("an agent does not send " + other);
        }
    }

    private void answer(int shard, DeviceId device, Optional<Nonce> nonce, List<JournalId> journals) {
        if (isSilent) {
            return;
        }
        List<Receipt.OfJournal> known = new ArrayList<>();
        for (JournalId journal : journals) {
            NumberSet stored = stored(device, journal);
            long watermark = stored.watermark();
            known.add(new Receipt.OfJournal(journal, stored.greatest(), stored,
                    watermark == 0
                            ? Optional.empty()
                            : Optional.of(Sha256.of(content(new BatchId(device, journal, watermark)))),
                    Map.of()));
        }
        send(new Topic.DownReceipt(shard, device), ReceiptCodec.encode(new Receipt(nonce, known)), false);
    }

    private NumberSet stored(DeviceId device, JournalId journal) {
        return NumberSet
                .of(kept.keySet().stream().filter(id -> id.device().equals(device) && id.journal().equals(journal))
                        .mapToLong(BatchId::number).toArray());
    }

    private byte[] content(BatchId id) {
        byte[] content = kept.get(id);
        if (content == null) {
            throw new AssertionError(id + " is not kept");
        }
        return content;
    }

    /** Publishes to a device. */
    public void send(Topic topic, byte[] content, boolean retained) {
        try {
            client.publish(topic.asString(), content, topic instanceof Topic.DownReceipt ? 0 : 1, retained);
        } catch (MqttException e) {
            throw new AssertionError("cannot publish to " + topic.asString(), e);
        }
    }

    /** Keeps batches and says nothing: as a service whose receipts are lost. */
    public void beSilent(boolean silent) {
        isSilent = silent;
    }

    /** Forgets all that it kept: as a service restored from a backup of long ago. */
    public void forgetAll() {
        kept.clear();
    }

    public int repeats() {
        return repeats.get();
    }

    public int asked() {
        return asked.get();
    }

    /** What is kept, in order. */
    public List<Batch> batches() {
        return kept.keySet().stream().sorted().map(id -> switch (BatchCodec.decode(id, content(id))) {
            case Decoded.Ok<Batch>(Batch batch) -> batch;
            case Decoded.Refused<Batch>(var reason, String detail) -> throw new AssertionError(reason + ": " + detail);
        }).toList();
    }

    public List<JournalRecord> records() {
        return batches().stream().flatMap(batch -> batch.records().stream()).toList();
    }

    static JournalId freshJournal() {
        byte[] random = new byte[JournalId.BYTES];
        new SecureRandom().nextBytes(random);
        return JournalId.of(random);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(500, 500, false);
        }
        client.close(true);
        answering.shutdownNow();
    }
}

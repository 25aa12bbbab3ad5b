package org.gardefroid.ingest.receive;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.ReceiptPacer;
import org.gardefroid.ingest.guard.Receipts;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.ReceiptCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells devices what is committed, at the pace of {@link ReceiptPacer}. Used by one {@link Writer} alone. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final ReceiptPacer pacer = new ReceiptPacer();
    private final Map<DeviceId, Integer> shards = new HashMap<>();
    private final GuardStore store;
    private final BrokerLink link;

    Answers(GuardStore store, BrokerLink link) {
        this.store = store;
        this.link = link;
    }

    void committed(int shard, DeviceId device, Collection<GuardRow> rows, boolean urgent) {
        shards.put(device, shard);
        pacer.committed(device, rows, urgent);
    }

    void asked(int shard, DeviceId device, Question question) {
        shards.put(device, shard);
        pacer.asked(device, question);
    }

    OptionalLong wakeAtMillis() {
        return pacer.wakeAtMillis();
    }

    void sendDue(long nowMillis) {
        for (ReceiptPacer.Due due : pacer.due(nowMillis)) {
            if (!due.rows().isEmpty()) {
                send(due.device(), Receipts.unasked(due.rows()));
            }
            for (Question question : due.questions()) {
                answer(due.device(), question);
            }
        }
    }

    private void answer(DeviceId device, Question question) {
        Set<JournalKey> keys = new HashSet<>();
        question.journals().forEach(journal -> keys.add(new JournalKey(device, journal)));
        try {
            send(device, Receipts.answer(device, question, store.committed(keys)));
        } catch (StoreUnavailableException e) { // it will ask again
            LOG.warn("question not answered device={} reason={}", device, e.getMessage());
        }
    }

    private void send(DeviceId device, Receipt receipt) {
        sendTo(shards.getOrDefault(device, 0), device, ReceiptCodec.encode(receipt));
    }

    void sendJson(int shard, DeviceId device, String json) {
        sendTo(shard, device, json.getBytes(StandardCharsets.UTF_8));
    }

    private void sendTo(int shard, DeviceId device, byte[] payload) {
        link.send(new Topic.DownReceipt(shard, device).asString(), payload);
    }
}

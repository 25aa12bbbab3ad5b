package org.gardefroid.ingest.notify;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gardefroid.ingest.notify.gateway.Gateway;
import org.gardefroid.ingest.notify.gateway.Gateways;
import org.gardefroid.ingest.notify.gateway.Outgoing;
import org.gardefroid.ingest.notify.gateway.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what goes over HTTP, several at a time: a provider that answers slowly keeps nobody else waiting. */
@Singleton
final class Couriers {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private final Gateways gateways;
    private final PostBox postBox;
    private final DeliveryRecords records;
    private final MailSettings settings;
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-", 0).factory());

    Couriers(Gateways gateways, PostBox postBox, DeliveryRecords records, MailSettings settings) {
        this.gateways = gateways;
        this.postBox = postBox;
        this.records = records;
        this.settings = settings;
    }

    /** @param after called when one of them has come back */
    void sendDue(Instant now, Runnable after) throws SQLException {
        for (Posted posted : postBox.due(false, now)) {
            if (underway.add(posted.id())) {
                threads.execute(() -> {
                    try {
                        records.write(posted, send(posted, now));
                    } catch (SQLException | RuntimeException e) {
                        LOG.warn("what became of a message is not written down, it is sent again key={}", posted.key(),
                                e);
                    } finally {
                        underway.remove(posted.id());
                        after.run();
                    }
                });
            }
        }
    }

    /** Whether none is on its way. */
    boolean areBack() {
        return underway.isEmpty();
    }

    private Delivery send(Posted posted, Instant now) {
        return switch (posted.channel()) {
            case SMS -> gateways.sms().map(sms -> by(sms, posted,
                    ShortText.sms(posted.notice(), posted.code(), posted.language()), now)).orElseGet(Couriers::none);
            case VOICE -> gateways.voice()
                    .map(voice -> by(voice, posted, ShortText.voice(posted.notice(), posted.language()), now))
                    .orElseGet(Couriers::none);
            case WEBHOOK -> gateways.webhook().map(webhook -> by(webhook, posted, now)).orElseGet(Couriers::none);
            case MAIL -> throw new IllegalArgumentException("a mail goes another way: " + posted.key());
        };
    }

    private Delivery by(Gateway gateway, Posted posted, String text, Instant now) {
        String answer = gateways.answers().map(answers -> answers.url() + "/answer/voice/" + posted.key()).orElse("");
        return gateway.send(new Outgoing(posted.key(), posted.address(), text, posted.language(), answer), now);
    }

    private Delivery by(Webhook webhook, Posted posted, Instant now) {
        return webhook.send(new Outgoing(posted.key(), posted.address(),
                NoticeDocument.forPrograms(posted, settings.console()), posted.language(), ""), now);
    }

    private static Delivery none() {
        return new Delivery.Later("no gateway is set up for this channel any more");
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}

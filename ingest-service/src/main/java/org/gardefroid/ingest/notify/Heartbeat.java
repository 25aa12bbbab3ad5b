package org.gardefroid.ingest.notify;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.ingest.canary.Canary;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each minute, once the canary has come back, tells an address outside that all is well. Silence there is the alarm: it needs
 * nobody here to raise it. What is wrong for longer is a technical alarm here as well, as far as anything here still works.
 */
@Singleton
class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** A restart of the broker or the database is over by then. */
    private static final Duration TOLD_AFTER = Duration.ofMinutes(5);

    private final Canary canary;
    private final Transactions transactions;
    private final WatchSettings settings;
    private final InstantSource clock;
    private final HttpClient client;
    private Instant wellAt;
    private Instant heardAt;

    Heartbeat(Canary canary, Transactions transactions, WatchSettings settings, InstantSource clock) {
        this.canary = canary;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout()).build();
        this.wellAt = clock.instant();
        this.heardAt = clock.instant();
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void beat() throws InterruptedException {
        Instant now = clock.instant();
        Optional<String> trouble = canary.fly(now);
        if (trouble.isEmpty()) {
            wellAt = now;
            URI address = settings.heartbeat();
            if (address == null || isHeard(address)) {
                heardAt = now;
            }
        } else {
            LOG.error("canary did not come back because={}", trouble.get());
        }
        try {
            follow(Trouble.CANARY_LOST, wellAt, now);
            if (trouble.isEmpty()) {
                follow(Trouble.HEARTBEAT_LOST, heardAt, now);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.error("alarm of the watching is not written because={}", e.getMessage());
        }
    }

    private void follow(Trouble trouble, Instant lastWell, Instant now) throws SQLException {
        transactions.in(connection -> {
            SystemAlarms alarms = new SystemAlarms(connection);
            return lastWell.plus(TOLD_AFTER).isBefore(now)
                    ? alarms.raise(trouble, 0, now)
                    : lastWell.equals(now) ? alarms.clear(trouble, now, now) : 0;
        });
    }

    private boolean isHeard(URI address) {
        try {
            int status = client.send(HttpRequest.newBuilder(address).timeout(settings.timeout())
                    .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 300) {
                LOG.warn("heartbeat is not taken status={}", status);
            }
            return status < 300;
        } catch (IOException e) {
            LOG.warn("heartbeat does not arrive because={}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.gardefroid.ingest.notify;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down, counts and logs what became of each attempt. */
@Singleton
final class DeliveryRecords {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecords.class);

    private final PostBox postBox;
    private final InstantSource clock;
    private final MeterRegistry registry;

    DeliveryRecords(PostBox postBox, InstantSource clock, MeterRegistry registry) {
        this.postBox = postBox;
        this.clock = clock;
        this.registry = registry;
        // There from the start, at 0: a dashboard cannot tell a counter that is missing from one that nothing has moved.
        List.of("accepted", "later", "ambiguous", "refused")
                .forEach(what -> registry.counter("gardefroid.notifications", "what", what));
    }

    void write(Posted posted, Delivery delivery) throws SQLException {
        postBox.record(posted, delivery, clock.instant());
        registry.counter("gardefroid.notifications", "what", delivery.code()).increment();
        switch (delivery) {
            case Delivery.Accepted accepted -> LOG.info("notification accepted key={} alarm={} equipment={}",
                    posted.key(), posted.alarm(), posted.equipment());
            case Delivery.Later later -> LOG.warn("notification later key={} attempt={} because={}", posted.key(),
                    posted.attempts() + 1, later.said());
            case Delivery.Ambiguous ambiguous -> LOG.warn("notification perhaps accepted key={} attempt={} because={}",
                    posted.key(), posted.attempts() + 1, ambiguous.said());
            case Delivery.Refused refused -> LOG.error("notification refused key={} because={}", posted.key(),
                    refused.said());
        }
    }
}

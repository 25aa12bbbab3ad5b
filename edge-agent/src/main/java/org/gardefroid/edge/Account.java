package org.gardefroid.edge;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gardefroid.edge.delivery.DeliveryListener;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what this start made and what became of it, and tells what a person should know of. */
final class Account implements DeliveryListener {

    private static final Logger LOG = LoggerFactory.getLogger(Account.class);

    private final AtomicLong measurements = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong sealed = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();

    void recorded(boolean measurement) {
        records.incrementAndGet();
        measurements.addAndGet(measurement ? 1 : 0);
    }

    void sealed(int batches) {
        sealed.addAndGet(batches);
    }

    @Override
    public void delivered(JournalId journal, NumberSet numbers) {
        delivered.addAndGet(numbers.size());
        LOG.debug("delivered journal={} numbers={}", journal, numbers.ranges());
    }

    @Override
    public void rejected(JournalId journal, Map<Long, Rejection> reasons) {
        rejected.addAndGet(reasons.size());
        reasons.forEach((number, reason) -> LOG.error("batch rejected journal={} number={} reason={}", journal, number,
                reason.code()));
    }

    @Override
    public void retracted(JournalId journal, NumberSet numbers) {
        delivered.addAndGet(-numbers.size());
        LOG.warn("service lost batches, sent again journal={} numbers={}", journal, numbers.ranges());
    }

    @Override
    public void forked(BatchId id) {
        LOG.error("fork: the service has other bytes batch={}", id);
    }

    @Override
    public void givenUp(Map<JournalId, NumberSet> numbers) {
        numbers.forEach((journal, gone) -> {
            givenUp.addAndGet(gone.size());
            LOG.error("batches given up, the card is full journal={} numbers={}", journal, gone.ranges());
        });
    }

    /** One line of JSON. {@code batchesDelivered} counts what older journals still had to deliver, too. */
    String json(DeviceId device) {
        return String.format(Locale.ROOT,
                "{\"device\":\"%s\",\"measurements\":%d,\"records\":%d,\"batchesSealed\":%d,\"batchesDelivered\":%d,"
                        + "\"batchesRejected\":%d,\"batchesGivenUp\":%d}",
                device, measurements.get(), records.get(), sealed.get(), delivered.get(), rejected.get(),
                givenUp.get());
    }
}

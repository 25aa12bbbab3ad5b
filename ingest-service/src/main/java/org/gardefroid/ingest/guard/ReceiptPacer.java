package org.gardefroid.ingest.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;

/**
 * Decides when a device is told what is stored: one receipt in an interval, but what is urgent at once; and of many devices
 * only so many a second, whoever has waited longest first: a thousand that each got its five a second would cost the service
 * more than what they send. Is given only what is committed.
 *
 * <p>All times are monotonic milliseconds. Not safe for use by several threads.
 */
public final class ReceiptPacer {

    static final Duration INTERVAL = Duration.ofMillis(200);

    /** Beyond this a receipt waits for its turn: with a thousand devices that send, a second. */
    static final int MOST_PER_SECOND = 1_000;

    private static final long MILLIS_PER_SECOND = 1_000;

    /** A device that asks faster is answered the last few. */
    private static final int MOST_QUESTIONS = 4;

    private final long intervalMillis;
    private final int mostPerSecond;
    private final Map<DeviceId, Pending> pending = new LinkedHashMap<>();
    private final Map<DeviceId, Long> toldAtMillis = new LinkedHashMap<>(); // of the last interval, oldest first
    private long allowed;
    private long allowedSinceMillis = Long.MIN_VALUE;

    private static final class Pending {
        final Map<JournalKey, GuardRow> rows = new LinkedHashMap<>();
        final Deque<Question> questions = new ArrayDeque<>();
        boolean urgent;
    }

    /**
     * What one device is to be told now.
     *
     * @param rows as last committed; one receipt unasked, if there are any
     * @param questions to be answered each from what is committed when it is read now
     */
    public record Due(DeviceId device, List<GuardRow> rows, List<Question> questions) {}

    public ReceiptPacer() {
        this(INTERVAL, MOST_PER_SECOND);
    }

    ReceiptPacer(Duration interval, int mostPerSecond) {
        this.intervalMillis = interval.toMillis();
        this.mostPerSecond = mostPerSecond;
        this.allowed = allowedInAnInterval();
    }

    /** Something of this device is committed, for the first time or as a repeat. */
    public void committed(DeviceId device, Collection<GuardRow> rows, boolean urgent) {
        Pending its = pending(device);
        rows.forEach(row -> its.rows.put(row.key(), row));
        its.urgent |= urgent;
    }

    /** To be called when everything that arrived before the question is committed. */
    public void asked(DeviceId device, Question question) {
        Pending its = pending(device);
        its.questions.addLast(question);
        while (its.questions.size() > MOST_QUESTIONS) {
            its.questions.removeFirst();
        }
    }

    /** Who is to be told something now. Whoever is named here counts as told. */
    public List<Due> due(long nowMillis) {
        forgetToldBefore(nowMillis - intervalMillis);
        allowMore(nowMillis);
        List<Due> due = new ArrayList<>();
        Iterator<Map.Entry<DeviceId, Pending>> entries = pending.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<DeviceId, Pending> entry = entries.next();
            DeviceId device = entry.getKey();
            Pending its = entry.getValue();
            if (its.urgent || allowed > 0 && !toldAtMillis.containsKey(device)) {
                allowed--;
                due.add(new Due(device, List.copyOf(its.rows.values()), List.copyOf(its.questions)));
                toldAtMillis.remove(device);
                toldAtMillis.put(device, nowMillis);
                entries.remove();
            }
        }
        return due;
    }

    /** When somebody is due, if nothing happens before. */
    public OptionalLong wakeAtMillis() {
        long allowedFrom = allowed > 0 ? Long.MIN_VALUE : allowedSinceMillis + intervalMillis;
        return pending.entrySet().stream().mapToLong(entry -> {
            Long told = toldAtMillis.get(entry.getKey());
            return entry.getValue().urgent
                    ? Long.MIN_VALUE
                    : Math.max(allowedFrom, told == null ? Long.MIN_VALUE : told + intervalMillis);
        }).min();
    }

    /** A second's worth, given out in equal parts, one each interval. */
    private void allowMore(long nowMillis) {
        if (allowedSinceMillis == Long.MIN_VALUE || nowMillis - allowedSinceMillis >= intervalMillis) {
            allowed = allowedInAnInterval();
            allowedSinceMillis = nowMillis;
        }
    }

    private long allowedInAnInterval() {
        return Math.max(1, mostPerSecond * intervalMillis / MILLIS_PER_SECOND);
    }

    /** What is pending for devices that are another instance's now. */
    public void forget(Collection<DeviceId> devices) {
        pending.keySet().removeAll(devices);
    }

    private Pending pending(DeviceId device) {
        return pending.computeIfAbsent(device, d -> new Pending());
    }

    private void forgetToldBefore(long instantMillis) {
        toldAtMillis.values().removeIf(told -> told <= instantMillis);
    }
}

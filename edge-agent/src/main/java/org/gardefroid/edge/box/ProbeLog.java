package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Run;
import org.gardefroid.vaccines.custody.Runs;
import org.gardefroid.vaccines.custody.Thresholds;

/**
 * What one probe has read since this start and in the time before it that was recalled: each temperature, so that a clock
 * that was set back costs a day to be folded again, and the runs that they fold into.
 */
final class ProbeLog {

    /** Three months of a reading a minute; then the older half is forgotten, and its runs stay. */
    private static final int MOST = 1 << 17;

    private final PlaceId where;
    private final List<Run> before;
    private long[] millis = new long[256];
    private int[] milliCelsius = new int[256];
    private int size;
    private Runs runs;

    /** @param before that were folded by an earlier start, and are not to be told from their readings any more */
    ProbeLog(PlaceId where, Duration longestGap, Thresholds thresholds, List<Run> before) {
        this.where = where;
        this.before = List.copyOf(before);
        this.runs = new Runs(where, longestGap, thresholds, before);
    }

    void fold(Duration longestGap, Thresholds thresholds) {
        runs = new Runs(where, longestGap, thresholds, before);
        foldFrom(0);
    }

    /** @return whether it is later than all before */
    boolean add(Instant at, Temperature temperature) {
        if (!before.isEmpty() && !at.isAfter(before.getLast().to())) {
            return true; // it is in them
        }
        long when = at.toEpochMilli();
        int place = size;
        while (place > 0 && millis[place - 1] > when) {
            place--;
        }
        makeRoom();
        place = Math.min(place, size);
        System.arraycopy(millis, place, millis, place + 1, size - place);
        System.arraycopy(milliCelsius, place, milliCelsius, place + 1, size - place);
        millis[place] = when;
        milliCelsius[place] = temperature.milliCelsius();
        size++;
        boolean isLater = runs.latest().filter(last -> !at.isAfter(last)).isEmpty();
        if (isLater) {
            runs.add(at, temperature);
        } else {
            Instant first = Instant.ofEpochMilli(millis[0]);
            Instant again = runs.rewindTo(at).filter(first::isBefore).orElse(first);
            int from = 0;
            while (millis[from] < again.toEpochMilli()) {
                from++;
            }
            foldFrom(from);
        }
        return isLater;
    }

    private void foldFrom(int first) {
        for (int i = first; i < size; i++) {
            runs.add(Instant.ofEpochMilli(millis[i]), new Temperature(milliCelsius[i]));
        }
    }

    private void makeRoom() {
        if (size == MOST) {
            System.arraycopy(millis, MOST / 2, millis, 0, MOST / 2);
            System.arraycopy(milliCelsius, MOST / 2, milliCelsius, 0, MOST / 2);
            size = MOST / 2;
        } else if (size == millis.length) {
            millis = Arrays.copyOf(millis, size * 2);
            milliCelsius = Arrays.copyOf(milliCelsius, size * 2);
        }
    }

    List<Run> runs() {
        return runs.all();
    }
}

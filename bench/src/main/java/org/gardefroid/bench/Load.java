package org.gardefroid.bench;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the generator is to send.
 *
 * @param run how many came before it: its readings are dated after theirs
 * @param messagesPerSecond 0 for as many as there is room for
 * @param window batches of one device that may be without a receipt
 * @param excursions devices that become too warm at some time
 * @param daysAgo of which day the readings are; 0 for now
 */
record Load(int run, int devices, int connections, int readingsPerMessage, int messagesPerSecond, int seconds,
        int window, int excursions, int daysAgo) {

    /** Beyond what this machine could take, so that a saturated run does not end for want of batches. */
    private static final int MOST_READINGS_PER_SECOND = 500_000;
    private static final int MOST_MESSAGES_PER_SECOND = 60_000;

    /** As {@link #line} writes it. */
    static Load parse(String line) {
        int[] numbers = Stream.of(line.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new Load(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6],
                numbers[7], numbers[8]);
    }

    String line() {
        return Stream.of(run, devices, connections, readingsPerMessage, messagesPerSecond, seconds, window,
                excursions, daysAgo)
                .map(String::valueOf).collect(Collectors.joining(" "));
    }

    boolean isLive() {
        return daysAgo == 0;
    }

    boolean saturated() {
        return messagesPerSecond == 0;
    }

    /** How many batches each device has ready when the run begins. */
    int batchesPerDevice() {
        int rate = saturated()
                ? Math.min(MOST_MESSAGES_PER_SECOND, MOST_READINGS_PER_SECOND / readingsPerMessage)
                : messagesPerSecond;
        return Math.ceilDiv(rate * seconds, devices);
    }

    static String device(int number) {
        return String.format(Locale.ROOT, "device-%04d", number);
    }

    static String equipment(int number) {
        return "fridge-" + number;
    }

    static String probe(int number) {
        return String.format(Locale.ROOT, "probe-%04d", number);
    }
}

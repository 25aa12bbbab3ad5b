package org.gardefroid.bench;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one run came to.
 *
 * @param sent batches, all of which have been receipted
 * @param millis from the first batch to the last receipt
 * @param cores that each program kept busy
 * @param idle share of the machine that nobody wanted
 * @param judgingLagSeconds how far judging was behind when the last receipt came
 */
record RunResult(
        String name,
        Load load,
        long sent,
        long millis,
        OptionalDouble p50Millis,
        OptionalDouble p99Millis,
        OptionalDouble commitMillis,
        OptionalDouble judgingLagSeconds,
        Map<String, Double> cores,
        double idle,
        int questions) {

    double messagesPerSecond() {
        return sent * 1_000.0 / millis;
    }

    double readingsPerSecond() {
        return messagesPerSecond() * load.readingsPerMessage();
    }

    /** What a message cost a program: unlike a rate, hardly touched by what else the machine is doing. */
    double cpuMicrosPerMessage(String program) {
        return cores.getOrDefault(program, 0.0) * millis * 1_000 / sent;
    }

    /**
     * A paced run that fell behind sends on after its time. Two in a hundred are the start; and the last receipt may wait a
     * second for its turn, however long the run.
     */
    boolean keptUp() {
        double dueMillis = sent * 1_000.0 / load.messagesPerSecond() * 1.02 + 1_000;
        return load.saturated() || millis <= dueMillis;
    }
}

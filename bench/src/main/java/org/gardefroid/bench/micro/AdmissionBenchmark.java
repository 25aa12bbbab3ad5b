package org.gardefroid.bench.micro;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A group of 1,000 batches of 20 readings from 100 devices: decoded, hashed, held against the guard; stored in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class AdmissionBenchmark {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    /** An arrival is decoded once and remembers it, so each admission gets fresh ones. */
    private final List<Supplier<Arrival>> arrivals = new ArrayList<>();

    @Setup
    public void make() {
        for (int device = 0; device < 100; device++) {
            Sha256 previous = Sha256.NONE;
            for (int number = 1; number <= 10; number++) {
                Batch batch = Batches.of("device-" + device, number, previous, 20);
                byte[] bytes = BatchCodec.encode(batch);
                previous = Sha256.of(bytes);
                arrivals.add(() -> Arrival.of(batch.id(), bytes, NOW));
            }
        }
    }

    @Benchmark
    public GroupCommit.Committed admit() {
        return new GroupCommit(new MemoryStore()).commit(arrivals.stream().map(Supplier::get).toList(), Set.of());
    }
}

package org.gardefroid.bench.micro;

import java.util.concurrent.TimeUnit;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.Decoded;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One batch to its bytes, and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class WireBenchmark {

    @Param({"1", "20", "100"})
    public int readings;

    private Batch batch = Batches.of("device-1", 1, Sha256.NONE, 1);
    private byte[] bytes = new byte[0];

    @Setup
    public void encodeOnce() {
        batch = Batches.of("device-1", 1, Sha256.NONE, readings);
        bytes = BatchCodec.encode(batch);
    }

    @Benchmark
    public byte[] encode() {
        return BatchCodec.encode(batch);
    }

    @Benchmark
    public Decoded<Batch> decode() {
        return BatchCodec.decode(batch.id(), bytes);
    }

    @Benchmark
    public Sha256 hash() {
        return Sha256.of(bytes);
    }
}

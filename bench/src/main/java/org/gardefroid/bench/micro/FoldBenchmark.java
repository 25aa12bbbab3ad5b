package org.gardefroid.bench.micro;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gardefroid.alerting.EquipmentFold;
import org.gardefroid.alerting.EquipmentState;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One reading judged by all rules of a refrigerator. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class FoldBenchmark {

    private static final EquipmentId FRIDGE = new EquipmentId("fridge-1");
    private static final ProbeId PROBE = new ProbeId("probe-1");

    private final EquipmentFold fold = new EquipmentFold(
            Preset.FRIDGE_2_8.settings(FRIDGE, List.of(new WatchedProbe(PROBE, ProbePurpose.PRODUCT))));
    private EquipmentState state = EquipmentState.initial(FRIDGE);
    private Instant at = Instant.parse("2026-03-01T00:00:00Z");
    private int turn;

    @Benchmark
    public EquipmentState step() {
        at = at.plusSeconds(60);
        turn = (turn + 1) % 2_000;
        state = fold.step(state, new Reading(PROBE, at, new Temperature(4_000 + turn))).state();
        return state;
    }
}

package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.edge.clock.AgentClock;
import org.gardefroid.edge.clock.Machine;
import org.gardefroid.edge.clock.SimulatedClock;
import org.gardefroid.edge.clock.SimulatedTime;
import org.gardefroid.edge.clock.SystemClock;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.Replay;
import org.gardefroid.edge.replay.ReplayClock;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.series.Series;
import org.gardefroid.telemetry.series.SeriesProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock that the agent goes by, and what hangs on it.
 *
 * @param world what time it is where the simulated equipment stands
 * @param start when the world began
 * @param replayed the probe of a file that is replayed
 */
record Clocks(AgentClock clock, InstantSource world, Instant start, Optional<TemperatureProbe> replayed) {

    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    /** @param first this is the agent's very first start */
    static Clocks of(AgentConfiguration configuration, Optional<String> simulatedTime, Machine machine, boolean first)
            throws IOException {
        if (configuration.replay().isPresent()) {
            return replay(configuration.replay().get(), configuration, machine);
        }
        if (simulatedTime.isPresent()) {
            SimulatedTime time = SimulatedTime.parse(simulatedTime.get(), machine.wall());
            SimulatedClock clock = new SimulatedClock(machine, time, configuration.sampleEvery(), first);
            return new Clocks(clock, clock, time.start(), Optional.empty());
        }
        SystemClock clock = new SystemClock(machine, () -> configuration.clock().isRight(machine.wall()),
                configuration.sampleEvery());
        return new Clocks(clock, machine::wall, machine.wall(), Optional.empty());
    }

    private static Clocks replay(Replay replay, AgentConfiguration configuration, Machine machine) throws IOException {
        Series series = read(replay).movedToBefore(machine.wall());
        LOG.info("replay file={} readings={} withoutTime={} withoutValue={} repeated={} shiftDays={} first={} last={}",
                replay.file(), series.points().size(), series.skipped().withoutTime(), series.skipped().withoutValue(),
                series.skipped().repeated(), series.shift().toDays(), series.points().getFirst().at(),
                series.points().getLast().at());
        ReplayClock clock = new ReplayClock(series, configuration.device().value());
        return new Clocks(clock, machine::wall, machine.wall(), Optional.of(clock.probe()));
    }

    private static Series read(Replay replay) throws IOException {
        try {
            return Series.of(Files.readAllLines(replay.file()), replay.timeColumn(), replay.valueColumn(),
                    Optional.of(replay.zone()));
        } catch (SeriesProblem problem) {
            throw new IOException(replay.file() + ": " + problem.getMessage(), problem);
        }
    }
}

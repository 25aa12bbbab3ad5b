package org.gardefroid.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.gardefroid.testbed.process.ProcessFailure;

/** One run after the other: tells the generator, reads the clocks and meters at both ends. */
final class Runs {

    private static final Pattern ENDS = Pattern
            .compile("load \\d+ ends sent=(\\d+) receipted=(\\d+) millis=(\\d+) asked=(\\d+)");
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(90);

    /** After the run itself: until the last batch has its receipt. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);

    private static final String TO_COMMIT = "gardefroid_receive_to_commit_seconds";

    private final BenchSite site;
    private final Generator generator;

    Runs(BenchSite site, Generator generator) {
        this.site = site;
        this.generator = generator;
    }

    RunResult run(String name, Load load) {
        try {
            generator.tell(load);
            String begin = generator.await(load, "begins", BEGINS_WITHIN);
            Metrics metricsBefore = site.metrics();
            Processor processorBefore = Processor.now(programs());
            String end = begin.endsWith("begins")
                    ? generator.await(load, "ends", Duration.ofSeconds(load.seconds()).plus(ENDS_WITHIN))
                    : begin;
            Processor processor = Processor.now(programs());
            return result(name, load, end, metricsBefore, site.metrics(), processorBefore, processor);
        } catch (ProcessFailure e) {
            throw new RunFailure(name + ": " + e.getMessage());
        }
    }

    private Map<String, ProcessHandle> programs() {
        var programs = new LinkedHashMap<String, ProcessHandle>();
        programs.put("broker", site.broker().process().handle());
        programs.put("service", site.service().handle());
        programs.put("database", site.database().process().handle());
        programs.put("generator", generator.handle());
        return programs;
    }

    private static RunResult result(String name, Load load, String end, Metrics before, Metrics after,
            Processor processorBefore, Processor processor) {
        var ends = ENDS.matcher(end);
        if (!ends.matches()) {
            throw new RunFailure(name + ": " + end);
        }
        long sent = Long.parseLong(ends.group(1));
        if (sent != Long.parseLong(ends.group(2))) {
            throw new RunFailure(name + ": " + sent + " batches sent, " + ends.group(2) + " receipted");
        }
        var cores = new LinkedHashMap<String, Double>();
        processor.ours().keySet()
                .forEach(program -> cores.put(program, processor.coresSince(processorBefore, program)));
        return new RunResult(name, load, sent, Long.parseLong(ends.group(3)),
                millis(after.quantileSince(before, TO_COMMIT, 0.5)),
                millis(after.quantileSince(before, TO_COMMIT, 0.99)),
                millis(after.quantileSince(before, "gardefroid_commit_seconds", 0.5)),
                after.total("gardefroid_judging_lag_seconds"), cores, processor.idleShareSince(processorBefore),
                Integer.parseInt(ends.group(4)));
    }

    private static OptionalDouble millis(OptionalDouble seconds) {
        return seconds.isEmpty() ? seconds : OptionalDouble.of(seconds.getAsDouble() * 1_000);
    }
}

package org.gardefroid.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gardefroid.testbed.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How much the service takes in, as shipped: TLS, guard, receipts and judging on; every batch counted by its receipt. Beside it,
 * what the database alone takes by COPY.
 */
@Command(name = "bench ingest", mixinStandardHelpOptions = true, description = {
    "Mesure ce que le service absorbe, tel que livré, à côté d'un simple COPY.",
    "Measures what the service takes in, as shipped, beside bare COPY."})
public final class IngestBench implements Callable<Integer> {

    private static final int SATURATED = 0;

    /** Old enough that no run's readings lie in the future, young enough for one or two chunks. */
    private static final int BEGAN_DAYS_AGO = 5;

    private static final List<String> RUNS = List.of("paced-20", "half-paced-20", "paced-1", "half-paced-1",
            "saturated-20", "saturated-1", "saturated-100", "slow-commit-20");

    @Mixin
    private final BenchOptions site = new BenchOptions();

    @Option(names = "--seconds", defaultValue = "7", description = "durée de chaque mesure / length of each run; default: ${DEFAULT-VALUE}")
    private int seconds;

    /** Three JVMs compile for so long on two cores, and the database's memory is touched for the first time. */
    @Option(names = "--warm-up", defaultValue = "60", description = "secondes de charge avant de mesurer : un service tourne des mois / seconds of load before anything is measured: a service runs for months; default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--devices", defaultValue = "1000", description = "appareils simulés, pour un relevé par message / simulated devices, for one reading a message; default: ${DEFAULT-VALUE}")
    private int devices;

    @Option(names = "--backlogs", defaultValue = "200", description = "appareils qui rattrapent leur retard, pour plusieurs / those that catch up, for several; default: ${DEFAULT-VALUE}")
    private int backlogs;

    @Option(names = "--only", description = "une seule mesure, par son nom / one run only, by its name: paced-20, half-paced-20, paced-1, half-paced-1, saturated-20, saturated-1, saturated-100, slow-commit-20")
    private String only = "";

    public static void main(String[] arguments) {
        System.exit(Program.run(new IngestBench(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        checkOptions();
        try (var running = BenchSite.start(site.emptied(), site.edition(), FleetFile.of(devices), site.serviceJvm())) {
            Report report = measured(running);
            report.print(System.out);
            if (site.json()) {
                System.out.println(report.json());
            }
            return 0;
        } catch (RunFailure e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        } finally {
            site.removeData();
        }
    }

    private void checkOptions() {
        if (!only.isEmpty() && !RUNS.contains(only)) {
            throw site.wrong("--only", only, String.join(", ", RUNS));
        }
        site.atLeastOne("--seconds", seconds);
        site.atLeastOne("--warm-up", warmUp);
        site.atLeastOne("--devices", devices);
        site.atLeastOne("--backlogs", backlogs);
        site.check();
        if (backlogs > devices) {
            throw site.wrong("--backlogs", String.valueOf(backlogs), "1 - " + devices + " (--devices)");
        }
    }

    private Report measured(BenchSite running) throws SQLException, IOException {
        try (var generator = Generator.start(running)) {
            return measure(running, new Runs(running, generator));
        }
    }

    private Report measure(BenchSite running, Runs runs) throws SQLException {
        var copy = new CopyRun(running, backlogs, Instant.now());
        copy.prepare();
        warmUp(runs);
        double copied = copy.run(Duration.ofSeconds(Math.min(seconds, 4)));
        var results = new ArrayList<RunResult>();
        measure(runs, results, "paced-20", load(20, 7_500, seconds));
        measure(runs, results, "half-paced-20", load(20, 3_750, seconds));
        measure(runs, results, "paced-1", load(1, 20_000, seconds));
        measure(runs, results, "half-paced-1", load(1, 10_000, seconds));
        measure(runs, results, "saturated-20", load(20, SATURATED, seconds));
        measure(runs, results, "saturated-1", load(1, SATURATED, seconds));
        measure(runs, results, "saturated-100", load(100, SATURATED, seconds));
        SlowCommits.make(running);
        measure(runs, results, "slow-commit-20", load(20, SATURATED, seconds));
        SlowCommits.undo(running);
        // Twice, and the better counts: what the machine did beside it must not flatter us.
        copied = Math.max(copied, copy.run(Duration.ofSeconds(Math.min(seconds, 4))));
        return new Report(running.database().describe(), copied, results);
    }

    /** Paced too: a message that comes alone goes other ways than one of a crowd. */
    private void warmUp(Runs runs) {
        int part = Math.max(1, warmUp / 3);
        runs.run("warm-up-20", load(20, SATURATED, part));
        runs.run("warm-up-1", load(1, SATURATED, part));
        runs.run("warm-up-paced", load(20, 5_000, part));
    }

    private void measure(Runs runs, List<RunResult> results, String name, Load load) {
        if (only.isEmpty() || only.equals(name)) {
            RunResult result = runs.run(name, load);
            System.out.println(Report.line(result));
            results.add(result);
        }
    }

    private int runs;

    private Load load(int readingsPerMessage, int messagesPerSecond, int lasts) {
        // Enough that a device never waits for a receipt, of which it gets five a second, at the most that is taken in.
        int window = Math.clamp(800 / readingsPerMessage, 16, 64);
        return new Load(runs++, readingsPerMessage == 1 ? devices : backlogs, site.connections(),
                readingsPerMessage,
                messagesPerSecond, lasts, window, 0, BEGAN_DAYS_AGO);
    }
}

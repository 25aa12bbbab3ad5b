package org.gardefroid.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.mail.MailPeer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long it takes from a reading that is too warm to its alarm in the database, and to a mail that the mail server has taken,
 * while all the other devices send as well; and how long to judge a year of one equipment once more.
 */
@Command(name = "bench alarms", mixinStandardHelpOptions = true, description = {
    "Mesure le temps d'une lecture trop chaude à son alerte et à son courriel, sous charge, et celui de rejuger un an.",
    "Measures the time from a reading that is too warm to its alarm and its mail, under load, and that of judging a year again."})
public final class AlarmBench implements Callable<Integer> {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);

    @Mixin
    private final BenchOptions site = new BenchOptions();

    @Option(names = "--seconds", defaultValue = "30", description = "durée de la mesure / length of the run; default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "45", description = "secondes de la même charge avant / seconds of the same load before; default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--devices", defaultValue = "1000", description = "appareils simulés / simulated devices; default: ${DEFAULT-VALUE}")
    private int devices;

    @Option(names = "--messages", defaultValue = "2000", description = "messages par seconde, d'un relevé chacun / messages a second, of one reading each; default: ${DEFAULT-VALUE}")
    private int messages;

    @Option(names = "--excursions", defaultValue = "200", description = "appareils qui deviennent trop chauds, au plus un sur quatre / devices that become too warm, at most one of four; default: ${DEFAULT-VALUE}")
    private int excursions;

    private int runs;

    public static void main(String[] arguments) {
        System.exit(Program.run(new AlarmBench(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        checkOptions();
        var folder = site.emptied();
        try (var mail = MailPeer.start(folder.resolve("mail"))) {
            List<String> jvm = new ArrayList<>(site.serviceJvm());
            jvm.add("-Dgardefroid.mail.port=" + mail.port());
            try (var running = BenchSite.start(folder, site.edition(), FleetFile.watched(devices), jvm);
                    var generator = Generator.start(running)) {
                ObjectNode measured = measure(running, generator, mail);
                if (site.json()) {
                    System.out.println(measured);
                }
                return 0;
            }
        } catch (RunFailure e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        } finally {
            site.removeData();
        }
    }

    private void checkOptions() {
        site.check();
        site.atLeastOne("--seconds", seconds);
        site.atLeastOne("--warm-up", warmUp);
        site.atLeastOne("--devices", devices);
        site.atLeastOne("--messages", messages);
        int most = devices / DeviceLoad.WARM_IN_TURN;
        if (excursions < 1 || excursions > most) {
            throw site.wrong("--excursions", String.valueOf(excursions), "1 - " + most);
        }
    }

    private ObjectNode measure(BenchSite running, Generator generator, MailPeer mail)
            throws SQLException, IOException, InterruptedException {
        var runner = new Runs(running, generator);
        var year = new YearAgain(running);
        year.store();
        runner.run("warm-up", load(devices, messages, warmUp, excursions, 0));
        try (var watch = AlarmWatch.begin(running)) {
            Load load = load(devices, messages, seconds, excursions, 0);
            RunResult run = runner.run("alarms", load);
            Map<String, Instant> sent = generator.warmSent(load);
            Delays toAlarm = Delays.between(sent, awaited(sent, watch::seen));
            Delays toMail = Delays.between(sent, awaited(sent, () -> mails(mail, sent)));
            Duration again = year.judgedAgain(() -> {
                Load late = lateReading();
                runner.run("a year ago", late);
                return generator.warmSent(late).values().iterator().next();
            });
            return report(run, sent.size(), toAlarm, toMail, again);
        }
    }

    private Load load(int many, int perSecond, int lasts, int warm, int daysAgo) {
        return new Load(runs++, many, Math.min(many, site.connections()), 1, perSecond, lasts, 64, warm, daysAgo);
    }

    /** One of the first device, which is the one with a year behind it. */
    private Load lateReading() {
        runs = Math.ceilDiv(runs, DeviceLoad.WARM_IN_TURN) * DeviceLoad.WARM_IN_TURN;
        return load(1, 1, 1, 1, YearAgain.DAYS);
    }

    /** The first mail about an alarm of each. */
    private static Map<String, Instant> mails(MailPeer mail, Map<String, Instant> sent) {
        Instant first = sent.values().stream().min(Instant::compareTo).orElse(Instant.MAX);
        return mail.received().stream()
                .filter(each -> "raised".equals(each.headers().get("X-Gardefroid-Kind"))
                        && each.receivedAt().isAfter(first))
                .collect(Collectors.toMap(each -> each.headers().getOrDefault("X-Gardefroid-Equipment", ""),
                        each -> each.receivedAt(), (one, later) -> one));
    }

    private interface Seen {
        Map<String, Instant> now() throws SQLException;
    }

    private static Map<String, Instant> awaited(Map<String, Instant> sent, Seen seen)
            throws SQLException, InterruptedException {
        long until = System.nanoTime() + TOLD_WITHIN.toNanos();
        while (System.nanoTime() < until && !seen.now().keySet().containsAll(sent.keySet())) {
            Thread.sleep(100);
        }
        return seen.now();
    }

    private static ObjectNode report(RunResult run, int excursions, Delays toAlarm, Delays toMail, Duration year) {
        System.out.println(Report.line(run));
        System.out.println(String.format(Locale.ROOT,
                "%d excursions: %d alarms p50 %d p99 %d longest %d ms; %d mails p50 %d p99 %d longest %d ms; a year again %d ms",
                excursions, toAlarm.count(), toAlarm.quantile(0.5), toAlarm.quantile(0.99), toAlarm.quantile(1),
                toMail.count(), toMail.quantile(0.5), toMail.quantile(0.99), toMail.quantile(1), year.toMillis()));
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("messagesPerSecond", Math.round(run.messagesPerSecond())).put("keptUp", run.keptUp())
                .put("idleShare", Math.round(run.idle() * 100) / 100.0).put("excursions", excursions);
        for (var delays : Map.of("alarm", toAlarm, "mail", toMail).entrySet()) {
            json.putObject(delays.getKey()).put("count", delays.getValue().count())
                    .put("p50Millis", delays.getValue().quantile(0.5))
                    .put("p99Millis", delays.getValue().quantile(0.99)).put("longestMillis",
                            delays.getValue().quantile(1));
        }
        return json.put("yearAgainMillis", year.toMillis());
    }
}

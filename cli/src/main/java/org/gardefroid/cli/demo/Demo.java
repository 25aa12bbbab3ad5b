package org.gardefroid.cli.demo;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.cli.account.Settling;
import org.gardefroid.testbed.mail.ReceivedMail;
import org.gardefroid.testbed.network.Cable;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.site.Site;

import static org.gardefroid.cli.Words.say;

/** A site, its three agents, and the day they live through. */
public final class Demo {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int RECORD_SECONDS = 10;

    private final DemoOptions options;
    private final Path folder;
    private final InstantSource clock;
    private final Instant began;
    private final Teller teller;
    private final Disturbance disturbance;
    private int mailsTold;

    /** @param began when the command was given: what the account counts its seconds from */
    public Demo(DemoOptions options, Path folder, InstantSource clock, Instant began, boolean inColour,
            Disturbance disturbance) {
        this.disturbance = disturbance;
        this.options = options;
        this.folder = folder;
        this.clock = clock;
        this.began = began;
        this.teller = new Teller(System.out, inColour, clock, began);
    }

    /**
     * Runs until its time is over or {@code stopped} says so.
     *
     * @return 0 only if nothing is lost, doubled, missed or false
     */
    public int run(Stop stopped) throws SQLException, InterruptedException {
        teller.now(say("demo.preparing"));
        try (Site site = Site.start(DemoSite.options(folder, options, RECORD_SECONDS));
                Cable cable = Cable.to(site.broker().port())) {
            teller.now(say("demo.ready", site.console(), DemoSite.firstAccount(site), site.database().describe()));
            teller.now(say("demo.addresses", site.broker().uri(), folder.resolve("certificates"), site.jdbcUrl(),
                    folder.resolve("mail/mail.jsonl")));
            teller.now(say("demo.unvalidated"));
            teller.now(options.duration().map(whole -> say("demo.day-headless", whole.toSeconds()))
                    .orElseGet(() -> say("demo.day")));
            Instant anchor = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            DemoDay day = new DemoDay(anchor.minus(DemoDay.LENGTH));
            List<RunningAgent> agents = agents(site, cable, day, anchor);
            live(site, cable, day, anchor, agents, stopped);
            Instant ended = simulated(day, anchor);
            teller.now(say("demo.stopping"));
            agents.parallelStream().forEach(RunningAgent::stop);
            Settling.await(site, clock);
            return account(site, day, ended, agents);
        }
    }

    private void tellMails(Site site) {
        List<ReceivedMail> received = site.mail().received();
        for (ReceivedMail mail : received.subList(mailsTold, received.size())) {
            teller.now(say("story.mail", String.join(", ", mail.to()), mail.subject()));
        }
        mailsTold = received.size();
    }

    private List<RunningAgent> agents(Site site, Cable cable, DemoDay day, Instant anchor) {
        return day.equipments().parallelStream().map(equipment -> {
            int port = equipment.isCoolBox() ? cable.port() : site.broker().port();
            AgentFiles files = AgentFiles.write(folder, equipment, site.authority().client(equipment.device()), port,
                    day.start(), options.seed());
            return RunningAgent.start(equipment, files, day, anchor, folder);
        }).toList();
    }

    private void live(Site site, Cable cable, DemoDay day, Instant anchor, List<RunningAgent> agents, Stop stopped)
            throws SQLException, InterruptedException {
        try (Story story = new Story(site, teller, day)) {
            NetworkCut cut = new NetworkCut(cable, story, teller, day);
            boolean isLive = false;
            while (!stopped.within(LOOK_EVERY) && !isOver()) {
                Instant simulated = simulated(day, anchor);
                story.tellNews();
                tellMails(site);
                cut.follow(simulated);
                disturbance.follow(simulated, site, agents);
                if (!isLive && simulated.isAfter(anchor)) {
                    isLive = true;
                    teller.now(say("story.live"));
                }
            }
            cut.end();
        }
    }

    private boolean isOver() {
        return options.duration().filter(whole -> !clock.instant().isBefore(began.plus(whole))).isPresent();
    }

    private Instant simulated(DemoDay day, Instant anchor) {
        Instant now = clock.instant();
        Instant fast = day.start().plus(Duration.between(anchor, now).multipliedBy(DemoDay.RATE));
        return fast.isBefore(now) ? fast : now;
    }

    private int account(Site site, DemoDay day, Instant ended, List<RunningAgent> agents) {
        List<Object> arguments = new ArrayList<>(List.of("--jdbc", site.jdbcUrl(), "--user",
                site.database().superuser(), "--password-file", site.database().passwordFile(), "--mail",
                folder.resolve("mail/mail.jsonl"), "--began", began, "--day", day.start(), "--ended", ended,
                "--stopped", clock.instant(), "--database", site.database().describe()));
        agents.forEach(agent -> arguments.addAll(List.of("--ledger", agent.ledger())));
        ChildProcess accounting = ChildProcess.start(
                JavaProgram.of("cli", DemoAccount.class.getName()).with(arguments.toArray()).command(),
                folder.resolve("account.log"), System.out::println);
        return accounting.awaitExit(Duration.ofSeconds(60));
    }
}

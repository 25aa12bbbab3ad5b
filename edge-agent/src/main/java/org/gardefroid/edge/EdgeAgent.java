package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.box.LocalWarning;
import org.gardefroid.edge.clock.LinuxMachine;
import org.gardefroid.edge.clock.Machine;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.BoxSettings;
import org.gardefroid.edge.configuration.ConfigurationException;
import org.gardefroid.edge.delivery.DeliverySettings;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.delivery.SealingSettings;
import org.gardefroid.edge.face.Face;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.journal.SqliteJournalStore;
import org.gardefroid.edge.page.Link;
import org.gardefroid.edge.page.PageServer;
import org.gardefroid.edge.page.Pin;
import org.gardefroid.edge.sampling.Calibration;
import org.gardefroid.edge.sampling.Ledger;
import org.gardefroid.edge.sampling.Sampler;
import org.gardefroid.edge.supervisor.Supervisor;
import org.gardefroid.edge.uplink.LinkSettings;
import org.gardefroid.edge.uplink.MqttLink;
import org.gardefroid.hardware.pi4j.Pi4jBoard;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.ProbeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent: samples, keeps, warns, sends. Ends with 0 when told to, 1 by an accident, 2 by a mistake in its settings. */
public final class EdgeAgent {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeAgent.class);

    static final String VERSION = "0.1.0";

    private EdgeAgent() {}

    public static void main(String[] arguments) {
        int code = 1;
        try {
            AgentOptions options = AgentOptions.parse(arguments);
            run(options, AgentConfiguration.read(options.configuration()));
            code = 0;
        } catch (IllegalArgumentException e) {
            System.err.println("edge-agent: " + e.getMessage() + "\n" + AgentOptions.USAGE);
            code = 2;
        } catch (ConfigurationException e) {
            System.err.println("edge-agent: " + e.getMessage());
            code = 2;
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("edge-agent: " + e.getMessage());
        } catch (InterruptedException | RuntimeException e) {
            LOG.error("agent failed", e);
        }
        Runtime.getRuntime().halt(code); // not exit: everything is closed, and the hook below would wait for this thread
    }

    private static void run(AgentOptions options, AgentConfiguration configuration)
            throws IOException, GeneralSecurityException, InterruptedException {
        Machine machine = new LinuxMachine(Path.of("/proc"));
        SecureRandom random = new SecureRandom();
        Credentials credentials = Credentials.of(configuration, machine, random);
        JournalId journal = freshJournal(random);
        Account account = new Account();
        Supervisor supervisor = Supervisor.of(System.getenv(), machine::monotonicMillis);

        try (FolderLock _ = new FolderLock(configuration.folder());
                SqliteJournalStore store = new SqliteJournalStore(configuration.folder().resolve("journal.db"),
                        configuration.device(), configuration.journalBytes())) {
            Clocks clocks = Clocks.of(configuration, options.simulatedTime(), machine, store.journals().isEmpty());
            Optional<Ledger> ledger = options.ledger().map(Ledger::new);
            ledger.ifPresent(file -> file.started(journal.value()));
            BriefFile briefs = new BriefFile(configuration.folder().resolve("brief.json"));
            LocalWarning warning = new LocalWarning(() -> briefs.inForce().map(BriefFile.InForce::brief),
                    new VialNumbersFile(configuration.folder().resolve("vials")),
                    new KeptRunsFile(configuration.folder().resolve("runs")));
            warning.recall(store.past());
            CardState card = CardState.found(configuration.folder(), store.setAside().isPresent(), warning);
            Told told = new Told();
            LinkState links = new LinkState();
            Hardware hardware = new Hardware(configuration.simulation(), clocks.world(), clocks.start(),
                    Pi4jBoard::open);
            BoxLoop box = new BoxLoop(warning::findings, faceOf(configuration, hardware),
                    () -> briefs.inForce().map(BriefFile.InForce::brief), told, card,
                    () -> new Link(links.way(), credentials.notRenewed()), machine::monotonicMillis);
            OutboxThread thread = new OutboxThread(machine::monotonicMillis, store, briefs, links, cycle -> {
                box.turn(cycle);
                supervisor.lives();
                supervisor.status(links.told() + credentials.told());
            });
            MqttLink link = new MqttLink(LinkSettings.DEFAULT.withLongestBackoff(configuration.longestReconnect()),
                    configuration.broker().ways(), credentials::tls, configuration.device(), configuration.shard(),
                    thread,
                    machine::monotonicMillis, random);
            Sampler sampler = new Sampler(
                    hardware.station(configuration, clocks.replayed(), journal,
                            new Hardware.Scanned(() -> briefs.inForce().map(BriefFile.InForce::brief),
                                    configuration.box().zone(), told::tell, card.forgotten())),
                    begun(store.setAside(), configuration.wiring().calibrations()),
                    probe -> SamplingThread.watch(probe, configuration, briefs));
            Thread sampling = Thread.ofPlatform().daemon().name("sampling")
                    .unstarted(
                            new SamplingThread(clocks.clock(), sampler, configuration, briefs, ledger, thread, told));
            Outbox outbox = new Outbox(configuration.device(), journal, store, link, account, SealingSettings.DEFAULT,
                    DeliverySettings.DEFAULT, random);
            Recorder recorder = new Recorder(outbox, machine::monotonicMillis, account, ledger,
                    configuration.sealEvery(),
                    configuration.replay().isPresent(), warning::sealed, card);
            stopWhenTold(thread, sampling);

            LOG.info("agent started device={} journal={} boot={}", configuration.device(), journal, machine.boot());
            sampling.start();
            link.start();
            credentials.start();
            Optional<PageServer> page = served(configuration, box, random);
            thread.run(outbox, recorder, options.untilDelivered());
            supervisor.stops();
            page.ifPresent(PageServer::close);
            box.face().off();
            hardware.close();
            sampling.interrupt();
            link.close();
            credentials.close();
            ledger.ifPresent(Ledger::close);
        }
        LOG.info("agent stopped device={}", configuration.device());
        System.out.println(account.json(configuration.device()));
        System.out.flush();
    }

    private static Face faceOf(AgentConfiguration configuration, Hardware hardware) {
        return new Face(hardware.front(configuration.wiring().signals()),
                Texts.in(configuration.box().language(), configuration.box().zone()));
    }

    /** What is watched goes on being watched without a page: a port that is taken is told, and stops nothing. */
    private static Optional<PageServer> served(AgentConfiguration configuration, BoxLoop box, SecureRandom random) {
        BoxSettings settings = configuration.box();
        if (settings.page().isEmpty()) {
            return Optional.empty();
        }
        try {
            Pin pin = Pin.kept(configuration.folder().resolve("pin"), random,
                    made -> System.err
                            .println("edge-agent: le code de la page, dit une seule fois · the page's code, told"
                                    + " this once: " + made));
            return Optional.of(new PageServer(settings.page().get(), box, settings.plan(), pin, settings.zone(),
                    random));
        } catch (IOException e) {
            LOG.error("page not served address={} reason=\"{}\"", settings.page().get(), e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Event> begun(Optional<String> setAside, Map<ProbeId, Calibration> calibrations) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.AgentStarted(VERSION));
        setAside.map(Event.JournalSetAside::new).ifPresent(events::add);
        calibrations.forEach((probe, calibration) -> events.add(calibration.told(probe)));
        return events;
    }

    static JournalId freshJournal(SecureRandom random) {
        byte[] bytes = new byte[JournalId.BYTES];
        random.nextBytes(bytes);
        return JournalId.of(bytes);
    }

    private static void stopWhenTold(OutboxThread thread, Thread sampling) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            sampling.interrupt();
            thread.stop();
            try {
                main.join(OutboxThread.LONGEST_STOP.plusSeconds(3));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }, "stop agent"));
    }
}

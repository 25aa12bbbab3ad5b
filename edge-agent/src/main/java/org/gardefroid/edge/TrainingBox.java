package org.gardefroid.edge;

import java.io.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.edge.box.LocalWarning;
import org.gardefroid.edge.clock.LinuxMachine;
import org.gardefroid.edge.clock.Machine;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.ConfigurationException;
import org.gardefroid.edge.delivery.DeliverySettings;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.delivery.SealingSettings;
import org.gardefroid.edge.face.Face;
import org.gardefroid.edge.face.Front;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.journal.SqliteJournalStore;
import org.gardefroid.edge.page.Link;
import org.gardefroid.edge.page.PageServer;
import org.gardefroid.edge.page.Pin;
import org.gardefroid.edge.sampling.Sampler;
import org.gardefroid.edge.training.Move;
import org.gardefroid.edge.training.RawTerminal;
import org.gardefroid.edge.training.TrainingBrief;
import org.gardefroid.edge.training.TrainingClock;
import org.gardefroid.edge.training.TrainingKeys;
import org.gardefroid.edge.training.TrainingLink;
import org.gardefroid.edge.training.TrainingOptions;
import org.gardefroid.edge.training.TrainingScreen;
import org.gardefroid.edge.training.TrainingScript;
import org.gardefroid.edge.training.TrainingWorld;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.wire.BriefCodec;

/**
 * One box to train on: the agent's own sampling, journal, rules, light, sound, display and page, on a cool box that is
 * moved by keys or by a script. Ends with 0 when told to, 1 by an accident, 2 by a mistake in what it was asked.
 */
public final class TrainingBox {

    private static final Duration DRAWN_EVERY = Duration.ofMillis(250);

    private final TrainingOptions options;
    private final AgentConfiguration configuration;
    private final Machine machine = new LinuxMachine(Path.of("/proc"));
    private final SecureRandom random = new SecureRandom();
    private final Texts texts;
    private final TrainingClock clock;
    private final TrainingLink link = new TrainingLink();
    private final TrainingWorld world;
    private final TrainingScreen screen;
    private String address = "";

    private TrainingBox(TrainingOptions options, AgentConfiguration configuration) {
        this.options = options;
        this.configuration = configuration;
        this.texts = Texts.in(options.language(), configuration.box().zone());
        this.clock = new TrainingClock(machine, machine.wall().truncatedTo(ChronoUnit.SECONDS), options.speed(),
                options.ends());
        this.world = new TrainingWorld(clock, link);
        this.screen = new TrainingScreen(texts, machine::monotonicMillis, this::elapsed, System.out);
    }

    public static void main(String[] arguments) {
        int code = 1;
        try {
            TrainingOptions options = TrainingOptions.parse(arguments);
            new TrainingBox(options, AgentConfiguration.read(TrainingFiles.write(options))).run();
            code = 0;
        } catch (IllegalArgumentException e) {
            System.err.println("box: " + e.getMessage() + "\n" + TrainingOptions.USAGE);
            code = 2;
        } catch (ConfigurationException | IOException e) {
            System.err.println("box: " + e.getMessage());
            code = 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    private void run() throws IOException, InterruptedException {
        Path folder = configuration.folder();
        var journal = EdgeAgent.freshJournal(random);
        try (FolderLock _ = new FolderLock(folder);
                SqliteJournalStore store = new SqliteJournalStore(folder.resolve("journal.db"),
                        configuration.device(), configuration.journalBytes())) {
            BriefFile briefs = new BriefFile(folder.resolve("brief.json"));
            briefs.arrived(BriefCodec.encode(TrainingBrief.brief(clock.instant())));
            LocalWarning warning = new LocalWarning(() -> briefs.inForce().map(BriefFile.InForce::brief),
                    new VialNumbersFile(folder.resolve("vials")),
                    new KeptRunsFile(folder.resolve("runs")));
            CardState card = CardState.found(folder, store.setAside().isPresent(), warning);
            Told told = new Told();
            LinkState links = new LinkState();
            BoxLoop box = new BoxLoop(warning::findings,
                    new Face(Front.of(Optional.of(screen), Optional.of(screen), Optional.of(screen)), texts),
                    () -> briefs.inForce().map(BriefFile.InForce::brief), told, card,
                    () -> new Link(links.way(), Optional.empty()), machine::monotonicMillis);
            OutboxThread thread = new OutboxThread(machine::monotonicMillis, store, briefs, links, box::turn);
            VialReader scanner = new Hardware.Scanned(() -> briefs.inForce().map(BriefFile.InForce::brief),
                    configuration.box().zone(), told::tell, card.forgotten()).reader(world::scansSinceLastAsked,
                            () -> true, clock,
                            journal);
            Sampler sampler = new Sampler(world.station(journal, scanner),
                    List.of(new Event.AgentStarted(EdgeAgent.VERSION)),
                    probe -> SamplingThread.watch(probe, configuration, briefs));
            Account account = new Account();
            Outbox outbox = new Outbox(configuration.device(), journal, store, link, account,
                    SealingSettings.DEFAULT, DeliverySettings.DEFAULT, random);
            Recorder recorder = new Recorder(outbox, machine::monotonicMillis, account, Optional.empty(),
                    configuration.sealEvery(), false, warning::sealed, card);
            link.connect(thread);
            SamplingThread sampling = new SamplingThread(clock, sampler, configuration, briefs, Optional.empty(),
                    thread,
                    told);
            daemon("sampling", () -> {
                sampling.run();
                thread.stop();
            });
            Optional<PageServer> page = serve(box);
            try (AutoCloseable _ = screenOf(box)) {
                thread.run(outbox, recorder, false);
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
            page.ifPresent(PageServer::close);
            box.face().off();
            if (options.headless()) {
                screen.printChanges();
            }
        }
    }

    private Optional<PageServer> serve(BoxLoop box) throws IOException {
        Path file = configuration.folder().resolve("pin");
        Pin pin = Pin.kept(file, random, _ -> {});
        try {
            PageServer page = new PageServer(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), box,
                    configuration.box().plan(), pin, configuration.box().zone(), random);
            address = texts.say("training.page", page.port(), Files.readString(file).strip());
            return Optional.of(page);
        } catch (IOException _) {
            address = texts.say("training.no-page", options.port());
            return Optional.empty();
        } finally {
            System.out.println(address);
        }
    }

    /** Draws, or prints, and moves by keys and script; closing it gives the terminal back. */
    private AutoCloseable screenOf(BoxLoop box) throws IOException, InterruptedException {
        Deque<TrainingScript.Step> steps = new ArrayDeque<>(options.script().steps());
        boolean drawn = !options.headless()
                && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Optional<RawTerminal> terminal = drawn ? Optional.of(new RawTerminal()) : Optional.empty();
        Runnable restore = () -> terminal.ifPresent(RawTerminal::close);
        Thread ending = new Thread(() -> {
            clock.end();
            restore.run();
        }, "end of training");
        Runtime.getRuntime().addShutdownHook(ending);
        TrainingKeys keys = new TrainingKeys(move -> move(box, move, world.isDone(move)), world::scan);
        if (drawn) {
            daemon("keys", () -> read(keys));
        }
        daemon("screen", () -> {
            while (!Thread.currentThread().isInterrupted()) {
                while (!steps.isEmpty() && steps.getFirst().at().compareTo(clock.elapsed()) <= 0) {
                    TrainingScript.Step step = steps.removeFirst();
                    if (step.move() == Move.SCAN) {
                        world.scan(step.scanned());
                    }
                    move(box, step.move(), step.isBack());
                }
                if (drawn) {
                    screen.draw(address, clock.speed(), done(), keys.typed());
                } else {
                    screen.printChanges();
                }
                try {
                    machine.sleepMillis(DRAWN_EVERY.toMillis() / Math.clamp(clock.speed(), 1, 50));
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
        return () -> restore.run();
    }

    private void read(TrainingKeys keys) {
        try {
            for (int key = System.in.read(); key >= 0; key = System.in.read()) {
                keys.press(key);
            }
        } catch (IOException _) {
            clock.end();
        }
    }

    private void move(BoxLoop box, Move move, boolean isBack) {
        world.set(move, isBack);
        switch (move) {
            case HEARD -> box.answer();
            case QUIET -> box.quiet();
            default -> {
            }
        }
    }

    private String done() {
        return Arrays.stream(Move.values()).filter(world::isDone).map(move -> move.words(false))
                .collect(Collectors.joining(", "));
    }

    private String elapsed() {
        Duration elapsed = clock.elapsed();
        return "%02d:%02d:%02d".formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }
}

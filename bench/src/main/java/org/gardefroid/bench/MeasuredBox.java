package org.gardefroid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.vaccines.ExampleProfiles;
import org.gardefroid.vaccines.ProductProfile;

/**
 * A box with two compartments and four probes, started as its package starts it: all example products in its brief, lots
 * of one of them, and vials of it whose clocks run. Nobody answers at its broker's address.
 */
final class MeasuredBox {

    static final int PROBES = 4;
    static final int MOST_LOTS = 100;
    static final int MOST_VIALS = 50;

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    private final Path folder;
    private final int page = Ports.free();

    private MeasuredBox(Path folder) {
        this.folder = folder;
    }

    /** One that has its brief, and has never been started. */
    static MeasuredBox in(Path folder, int lots, int vials) throws IOException {
        MeasuredBox box = new MeasuredBox(folder);
        PemFiles pem = Authority.in(folder.resolve("certificates")).client("box-7");
        Path data = PrivateFiles.folder(folder.resolve("data"));
        Files.write(data.resolve("brief.json"), brief(lots));
        Files.write(folder.resolve("scenario"), IntStream.rangeClosed(1, vials)
                .mapToObj(vial -> "at " + (5 + vial) + "s vial v-" + vial + " priorix reconstituted").toList());
        Files.writeString(folder.resolve("agent.properties"), """
                device = box-7
                broker = localhost:%d
                certificate = %s
                key = %s
                authority = %s
                folder = %s
                page.port = %d
                probe.cold-product = simulated cold product
                probe.cold-air = simulated cold air
                probe.spare-product = simulated spare product
                probe.spare-air = simulated spare air
                door.cold-lid = simulated cold
                power = simulated cold
                orientation = simulated cold
                vials = simulated cold
                simulated.cold = refrigerator
                simulated.spare = refrigerator
                scenario.cold = scenario
                """.formatted(Ports.free(), pem.certificate(), pem.key(), pem.authority(), data, box.page));
        return box;
    }

    private static byte[] brief(int lots) {
        Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(6));
        List<String> placed = IntStream.rangeClosed(1, lots)
                .mapToObj(
                        lot -> """
                                {"lot":"L%d","product":"priorix","lotNumber":"L%d","expiry":"2099-06-30T22:00:00Z","doses":20,"opening":[],\
                                "stays":[{"equipment":"cold","since":"%s"}]}"""
                                .formatted(lot, lot, since))
                .toList();
        List<Brief.Profile> profiles = new ArrayList<>();
        for (ProductProfile profile : ExampleProfiles.all()) {
            profiles.add(new Brief.Profile(profile.product(), ExampleProfiles.document(profile.product())));
        }
        return BriefCodec.encode(new Brief(Duration.ofMinutes(1), List.of(equipment("cold", "cool-box-2-8"),
                equipment("spare", "fridge-2-8")), profiles, placed));
    }

    private static Brief.Equipment equipment(String name, String preset) {
        return new Brief.Equipment(new EquipmentId(name),
                List.of(new Brief.PlacedProbe(new ProbeId(name + "-product"), ProbePurpose.PRODUCT),
                        new Brief.PlacedProbe(new ProbeId(name + "-air"), ProbePurpose.AIR)),
                List.of(new DoorId(name + "-lid")), preset, new Temperature(2_000), new Temperature(8_000));
    }

    /** Started now, and waited for until its page says how things are. */
    Running start() throws InterruptedException {
        long from = System.nanoTime();
        // As edge-agent/src/deb/files/gardefroid-agent does.
        ChildProcess process = ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.EdgeAgent")
                .jvm("-XX:+UseSerialGC", JavaProgram.QUICK_START, "-Xmx64m", "-Xshare:auto",
                        "-XX:+ExitOnOutOfMemoryError")
                .with("--config", folder.resolve("agent.properties")), folder.resolve("agent.log"));
        HttpClient telephone = HttpClient.newHttpClient();
        while (process.isAlive() && System.nanoTime() - from < STARTS_WITHIN.toNanos()) {
            if (ask(telephone, page).matches("(?s).*class=\"now (GOOD|LOOK|ACT)\".*")) {
                return new Running(process, telephone, page, Duration.ofNanos(System.nanoTime() - from));
            }
            Thread.sleep(10);
        }
        process.kill9();
        telephone.close();
        throw new RunFailure("the agent did not begin to watch within " + STARTS_WITHIN + ": " + process.log());
    }

    /** What its page says now; empty while nobody answers. */
    private static String ask(HttpClient telephone, int port) {
        try {
            return telephone.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?lang=en"))
                    .timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** @param startedIn from the start of the program until it said that it watches */
    record Running(ChildProcess process, HttpClient telephone, int page, Duration startedIn) implements AutoCloseable {

        ProcessHandle handle() {
            return process.handle();
        }

        void read() {
            if (ask(telephone, page).isEmpty()) {
                throw new RunFailure("the page does not answer");
            }
        }

        /** Those that its page counts down. */
        int openedVials() {
            return ask(telephone, page).split("<li class=\"", -1).length - 1;
        }

        /** In megabytes of 2^20 bytes. */
        double memory(String what) {
            try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                return lines.filter(line -> line.startsWith(what + ":")).findFirst()
                        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024.0)
                        .orElseThrow(() -> new RunFailure("Linux tells no " + what));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.stop();
            telephone.close();
        }
    }
}

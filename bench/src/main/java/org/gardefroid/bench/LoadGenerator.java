package org.gardefroid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.gardefroid.ingest.mqtt.BufferedSocket;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.TlsContexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The load, as a process of its own, one for all runs, for a JVM that has just begun would take more of the machine than it
 * measures: prints {@code load 1 begins} and {@code load 1 ends sent=… receipted=… millis=…}, or {@code load 1 failed} and
 * why.
 *
 * <p>The devices share a few dozen connections (the broker lets these gateways speak for any device): a thousand TLS
 * sessions in one generator would take more of two cores than the service, and in the field they are a thousand machines.
 */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Sends batches of many devices and counts receipts.")
public final class LoadGenerator implements Callable<Integer> {

    static final String GATEWAYS = "gateway-";

    @Option(names = "--broker", required = true)
    private URI broker = URI.create("ssl://localhost:8883");

    @Option(names = "--certificates", required = true)
    private Path certificates = Path.of("");

    @Option(names = "--control", required = true, description = "the port of this machine where the loads are told, a line each")
    private int control;

    public static void main(String[] arguments) {
        System.exit(Program.run(new LoadGenerator(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var told = new Socket(InetAddress.getLoopbackAddress(), control);
                var lines = new BufferedReader(
                        new InputStreamReader(told.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                run(Load.parse(line));
            }
        }
        return 0;
    }

    private void run(Load load) throws IOException, InterruptedException {
        var random = RandomGenerator.of("L64X128MixRandom");
        Instant now = Instant.now();
        List<DeviceLoad> all = IntStream.range(0, load.devices())
                .mapToObj(i -> DeviceLoad.of(load, i, now, random)).toList();
        var tally = new Tally();
        List<Gateway> gateways = connect(load, all, tally);
        System.out.println("load " + load.run() + " begins");
        long began = System.nanoTime();
        send(load, gateways, began);
        tally.over();
        gateways.forEach(Gateway::close);
        if (tally.failed()) {
            System.out.println("load " + load.run() + " failed: " + tally.failure());
            return;
        }
        if (load.excursions() > 0) {
            System.out.println("load " + load.run() + " warm " + all.stream()
                    .flatMap(device -> device.warmSent().map(at -> device.equipment() + "=" + at).stream())
                    .collect(Collectors.joining(" ")));
        }
        long sent = all.stream().mapToLong(DeviceLoad::sent).sum();
        System.out.println(String.format(Locale.ROOT, "load %d ends sent=%d receipted=%d millis=%d asked=%d",
                load.run(), sent, tally.receipted(), (tally.lastReceiptNanos() - began) / 1_000_000,
                tally.questions()));
    }

    private List<Gateway> connect(Load load, List<DeviceLoad> all, Tally tally) throws IOException {
        var authority = Authority.in(certificates);
        var gateways = new ArrayList<Gateway>();
        for (int i = 0; i < load.connections(); i++) {
            String name = GATEWAYS + i;
            var sockets = TlsContexts.of(authority.client(name)).getSocketFactory();
            var tcp = new BufferedSocket();
            tcp.connect(new InetSocketAddress(broker.getHost(), broker.getPort()));
            var socket = (SSLSocket) sockets.createSocket(tcp, broker.getHost(), broker.getPort(), true);
            int first = i;
            gateways.add(new Gateway(socket, name,
                    IntStream.range(0, all.size()).filter(j -> j % load.connections() == first).mapToObj(all::get)
                            .toList(),
                    tally));
        }
        return gateways;
    }

    private static void send(Load load, List<Gateway> gateways, long began) throws InterruptedException {
        long until = began + load.seconds() * 1_000_000_000L;
        var writers = new ArrayList<Thread>();
        for (Gateway gateway : gateways) {
            var pace = new Pace((double) load.messagesPerSecond() / gateways.size(), began);
            writers.add(Thread.ofPlatform().start(() -> gateway.write(pace, until)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }
}

package org.gardefroid.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.TlsContexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The load, as a process of its own: prints {@code load begins} and {@code load ends sent=… receipted=… millis=…}, or
 * {@code load failed} and why.
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

    @Option(names = "--run", required = true)
    private int run;

    @Option(names = "--devices", required = true)
    private int devices;

    @Option(names = "--connections", required = true)
    private int connections;

    @Option(names = "--readings-per-message", required = true)
    private int readingsPerMessage;

    @Option(names = "--messages-per-second", required = true)
    private int messagesPerSecond;

    @Option(names = "--seconds", required = true)
    private int seconds;

    @Option(names = "--window", required = true)
    private int window;

    public static void main(String[] arguments) {
        System.exit(Program.run(new LoadGenerator(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        var load = new Load(run, devices, connections, readingsPerMessage, messagesPerSecond, seconds, window);
        var random = RandomGenerator.of("L64X128MixRandom");
        Instant now = Instant.now();
        List<DeviceLoad> all = IntStream.range(0, devices).mapToObj(i -> DeviceLoad.of(load, i, now, random)).toList();
        var tally = new Tally();
        List<Gateway> gateways = connect(all, tally);
        System.out.println("load begins");
        long began = System.nanoTime();
        send(load, gateways, began);
        tally.over();
        gateways.forEach(Gateway::close);
        if (tally.failed()) {
            System.out.println("load failed: " + tally.failure());
            return 1;
        }
        long sent = all.stream().mapToLong(DeviceLoad::sent).sum();
        System.out.println(String.format(Locale.ROOT, "load ends sent=%d receipted=%d millis=%d asked=%d", sent,
                tally.receipted(), (tally.lastReceiptNanos() - began) / 1_000_000, tally.questions()));
        return 0;
    }

    private List<Gateway> connect(List<DeviceLoad> all, Tally tally) throws IOException {
        var authority = Authority.in(certificates);
        var gateways = new ArrayList<Gateway>();
        for (int i = 0; i < connections; i++) {
            String name = GATEWAYS + i;
            var sockets = TlsContexts.of(authority.client(name)).getSocketFactory();
            var socket = (SSLSocket) sockets.createSocket(broker.getHost(), broker.getPort());
            int first = i;
            gateways.add(new Gateway(socket, name,
                    IntStream.range(0, all.size()).filter(j -> j % connections == first).mapToObj(all::get).toList(),
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

package org.gardefroid.testbed.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.process.ChildProcess;

/**
 * Debian's mosquitto 2, where it is installed: another broker with the same certificates and the same rules, which shows
 * that any broker serves.
 *
 * <p>It grants a subscription it does not allow, and then delivers nothing; and where HiveMQ refuses a client id that is
 * not the certificate's name, mosquitto puts that name in its place.
 */
public final class Mosquitto extends RunningBroker {

    private static final Duration READY_WITHIN = Duration.ofSeconds(30);

    /** %u is the certificate's common name. Patterns have no wildcard for users, so the service's instances are listed. */
    private static final String ACCESS = """
            pattern write gardefroid/1/+/%u/up/#
            pattern read gardefroid/1/+/%u/down/#
            """ + Stream.of("", "-1", "-2", "-3", "-4").map(instance -> """

            user service%s
            topic read gardefroid/#
            topic write gardefroid/+/+/+/down/#
            """.formatted(instance)).reduce("", String::concat);

    private Mosquitto(Path program, Path folder, Authority authority, int port, int webSocketPort,
            Optional<Path> revoked) {
        super(port, webSocketPort, authority,
                () -> launch(program, PrivateFiles.folder(folder), authority.server(), port, webSocketPort, revoked));
    }

    /** Starts one on a free port; empty where mosquitto is not installed. */
    public static Optional<Mosquitto> start(Path folder, Authority authority) {
        return start(folder, authority, Optional.empty());
    }

    /** @param revoked the list of certificates that count no more, PEM; read at each start */
    static Optional<Mosquitto> start(Path folder, Authority authority, Optional<Path> revoked) {
        return installed()
                .map(program -> new Mosquitto(program, folder, authority, Ports.free(), Ports.free(), revoked));
    }

    public static boolean isInstalled() {
        return installed().isPresent();
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static ChildProcess launch(Path program, Path folder, PemFiles server, int port,
            int webSocketPort, Optional<Path> revoked) {
        Path configuration = folder.resolve("mosquitto.conf");
        write(folder.resolve("access"), ACCESS);
        write(configuration, configuration(folder, server, port, webSocketPort, revoked));
        var command = List.of(program.toString(), "--verbose", "-c", configuration.toString());
        return ChildProcess.start(command, folder.resolve("mosquitto.log"))
                .ready(line -> line.matches(".*mosquitto version .* running"), "readiness", READY_WITHIN);
    }

    private static String configuration(Path folder, PemFiles server, int port, int webSocketPort,
            Optional<Path> revoked) {
        return """
                # Started by root it would change to a user who cannot read the keys.
                user %s
                listener %d 127.0.0.1
                %s
                listener %d 127.0.0.1
                protocol websockets
                %3$s
                allow_anonymous false
                acl_file %s
                persistence false
                max_packet_size %d
                max_queued_messages %d
                """.formatted(System.getProperty("user.name"), port, identity(server, revoked), webSocketPort,
                folder.resolve("access"), BrokerConfiguration.LARGEST_PACKET_BYTES,
                BrokerConfiguration.QUEUED_MESSAGES);
    }

    private static String identity(PemFiles server, Optional<Path> revoked) {
        return """
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                use_identity_as_username true
                use_username_as_clientid true""".formatted(server.authority(), server.certificate(), server.key())
                + revoked.map(list -> "\ncrlfile " + list).orElse("");
    }

    private static void write(Path file, String content) {
        PrivateFiles.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}

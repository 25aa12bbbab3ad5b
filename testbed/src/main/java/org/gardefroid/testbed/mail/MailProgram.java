package org.gardefroid.testbed.mail;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The mail peer as a program: prints {@code mail ready port=…}, then a line for each mail, until it is stopped. */
@Command(name = "mail", mixinStandardHelpOptions = true, description = "A mail server that keeps what it receives, and misbehaves when told to")
public final class MailProgram implements Callable<Integer> {

    @Option(names = "--folder", required = true, description = "where the mails are kept, with mail.jsonl")
    private Path folder = Path.of("");

    @Option(names = "--port", defaultValue = "2525", description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
    private int port;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "address to listen on; default: ${DEFAULT-VALUE}")
    private String bind = "";

    @Option(names = "--certificates", description = "a certificate authority's folder: offers STARTTLS")
    private @Nullable Path certificates;

    @Option(names = "--refuse-first", defaultValue = "0", description = "answer 451 (try later) to that many mails first")
    private int refuseFirst;

    @Option(names = "--delay", defaultValue = "PT0S", description = "how long to think before accepting a mail, such as PT5S")
    private Duration delay = Duration.ZERO;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/gardefroid/testbed/logback.xml");
        System.exit(Program.run(new MailProgram(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        int usable = Ports.usable(bind, port);
        var mailbox = Mailbox.in(folder, InstantSource.system());
        var temper = new Temper(refuseFirst, delay);
        var builder = SMTPServer.port(usable).bindAddress(InetAddress.getByName(bind)).hostName("localhost")
                .softwareName("Gardefroid mail peer").maxMessageSize(10_000_000)
                .messageHandlerFactory(context -> new Reception(mailbox, temper));
        Optional.ofNullable(certificates).ifPresent(authority -> builder.enableTLS()
                .startTlsSocketFactory(TlsContexts.of(Authority.in(authority).server())));
        SMTPServer server = builder.build();
        server.start();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            stopped.countDown();
        }, "stop mail"));
        System.out.println("mail ready port=" + usable);
        stopped.await();
        return 0;
    }
}

package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.command.Words;
import org.gardefroid.edge.uplink.TlsIdentity;

/**
 * One enrolment, from the key that is made to the certificate that is kept. Nothing is written before the service has
 * granted it: what was there before goes on counting until then.
 */
final class Enrolment {

    /** What ends an enrolment otherwise than well; the message is for a person. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private final ServiceAddress address;
    private final Path agentsFolder;
    private final Duration every;
    private final Words words;
    private final PrintStream out;

    /** @param every how often the answer is asked for */
    Enrolment(ServiceAddress address, Path agentsFolder, Duration every, Words words, PrintStream out) {
        this.address = address;
        this.agentsFolder = agentsFolder;
        this.every = every;
        this.words = words;
        this.out = out;
    }

    Identity run(String code) throws IOException, GeneralSecurityException, InterruptedException, Refused {
        DeviceKey key = DeviceKey.make();
        try (EnrolmentService service = new EnrolmentService(address)) {
            ServiceAnswer asked = service.post("/enrol", Map.of("code", code, "request", key.request()));
            if (!asked.isOk()) {
                throw new Refused(refusal(asked));
            }
            out.println(words.say("fingerprint", asked.text("device"), key.fingerprint().shown()));
            Granted granted = answer(service, asked.text("ticket"));
            Identity identity = Identity.keep(agentsFolder, granted, key.pem(), address);
            TlsIdentity.read(identity.certificate(), identity.key(), identity.authority()); // or it would be found out at the start
            return identity;
        }
    }

    private Granted answer(EnrolmentService service, String ticket)
            throws IOException, InterruptedException, Refused {
        boolean toldOfTrouble = false;
        while (true) {
            Optional<ServiceAnswer> answer = asked(service, ticket);
            if (answer.isEmpty() && !toldOfTrouble) {
                out.println(words.say("trouble"));
                toldOfTrouble = true;
            }
            if (answer.isPresent()) {
                switch (answer.get().text("state")) {
                    case Granted.STATE -> {
                        return Granted.of(answer.get().fields())
                                .orElseThrow(() -> new IOException(words.say("not-understood", address.service())));
                    }
                    case "refused" -> throw new Refused(words.say("refused"));
                    case "waiting" -> toldOfTrouble = false;
                    default -> {
                        if (answer.get().status() == 403) {
                            throw new Refused(words.say("too-old"));
                        }
                    }
                }
            }
            Thread.sleep(every);
        }
    }

    /** Empty where the network is in the way: a person is still on the way to the console, so there is time. */
    private static Optional<ServiceAnswer> asked(EnrolmentService service, String ticket) throws InterruptedException {
        try {
            return Optional.of(service.post("/enrol/ticket", Map.of("ticket", ticket)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String refusal(ServiceAnswer answer) {
        return switch (answer.status()) {
            case 403 -> words.say("code");
            case 429 -> words.say("wait");
            case 404 -> words.say("not-here", address.service());
            default -> words.say("status", address.service(), answer.status(), answer.text("error"));
        };
    }
}

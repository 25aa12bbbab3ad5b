package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.gardefroid.edge.command.Words;

/** Enrolment as a command: ends with 0 when enrolled, 2 when what was given is wrong or refused, 1 by an accident. */
public final class EnrolCommand {

    private static final Duration ASKS_EVERY = Duration.ofSeconds(2);

    private EnrolCommand() {}

    /** @param folder the agent's */
    public record Place(Path folder, ServiceAddress service) {}

    /** @param places finds in the agent's file where what is granted is kept */
    public static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err,
            Function<EnrolOptions, Place> places) {
        Words words = Words.of("org.gardefroid.edge.enrolment.Words", environment);
        EnrolOptions options;
        Place place;
        try {
            options = EnrolOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("gardefroid-agent: " + words.say("usage", reason(e)));
            return 2;
        }
        try {
            place = places.apply(options);
        } catch (IllegalArgumentException e) {
            err.println("gardefroid-agent: " + e.getMessage());
            return 2;
        }
        try {
            Identity identity = new Enrolment(place.service(), place.folder(), ASKS_EVERY, words, out)
                    .run(options.code());
            out.println(words.say("done", identity.device(), identity.ends()));
            return 0;
        } catch (Enrolment.Refused e) {
            err.println("gardefroid-agent: " + e.getMessage());
            return 2;
        } catch (IOException | GeneralSecurityException e) {
            err.println("gardefroid-agent: "
                    + words.say("not-reached", place.service().service(), reason(e)));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Some of the JDK's accidents have no words of their own, and those with files the file's name alone. */
    private static String reason(Exception e) {
        return e.getMessage() == null || e instanceof FileSystemException ? e.toString() : e.getMessage();
    }
}

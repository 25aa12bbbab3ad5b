package org.gardefroid.cli.journal;

import java.io.Console;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.edge.journal.DeadCard;
import org.gardefroid.telemetry.DeviceId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid import-journal}: reads a card, has the service store it, and gives an account. */
@Command(name = "import-journal", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ImportJournalCommand implements Callable<Integer> {

    @Option(names = "--journal", required = true, descriptionKey = "import-journal.journal")
    private Path journal = Path.of("");

    @Option(names = "--device", required = true, descriptionKey = "import-journal.device")
    private String device = "";

    @Option(names = "--service", defaultValue = "http://localhost:8080", descriptionKey = "import-journal.service")
    private String service = "";

    @Option(names = "--person", required = true, descriptionKey = "import-journal.person")
    private String person = "";

    @Option(names = "--password-file", descriptionKey = "import-journal.password-file")
    private @Nullable Path passwordFile;

    /** 0 if all that the card holds is at the service now, 1 if something of it is not. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        DeviceId name;
        try {
            name = new DeviceId(device);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        var sender = new JournalSender(address(), person, password(), name);
        try (DeadCard card = DeadCard.of(journal)) {
            DeadCard.Left left = card.read(name, sender::add);
            ImportAccount account = sender.finish(left.unreadable());
            account.tell(left).forEach(System.out::println);
            return account.isWhole(left) ? 0 : 1;
        } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException e) {
            throw new Refused(say("journal.no-journal", journal));
        }
    }

    private URI address() {
        try {
            URI address = URI.create(service);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // as below
        }
        throw new Refused(say("journal.no-address", service));
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip();
        }
        Console console = Objects.requireNonNull(System.console());
        char[] typed = console.isTerminal() ? console.readPassword("%s", say("journal.password", person)) : null;
        if (typed == null) {
            throw new Refused(say("journal.no-password"));
        }
        return new String(typed);
    }
}

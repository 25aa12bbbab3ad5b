package org.gardefroid.cli.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.service.ServiceClient;
import org.gardefroid.cli.service.ServiceOptions;
import org.gardefroid.edge.journal.DeadCard;
import org.gardefroid.telemetry.DeviceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import static org.gardefroid.cli.Words.say;

/** {@code gardefroid import-journal}: reads a card, has the service store it, and gives an account. */
@Command(name = "import-journal", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ImportJournalCommand implements Callable<Integer> {

    @Option(names = "--journal", required = true, descriptionKey = "import-journal.journal")
    private Path journal = Path.of("");

    @Option(names = "--device", required = true, descriptionKey = "import-journal.device")
    private String device = "";

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    /** 0 if all that the card holds is at the service now, 1 if something of it is not. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        DeviceId name;
        try {
            name = new DeviceId(device);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        try (ServiceClient client = service.client(); DeadCard card = DeadCard.of(journal)) {
            var sender = new JournalSender(client, name);
            DeadCard.Left left = card.read(name, sender::add);
            ImportAccount account = sender.finish(left.unreadable());
            account.tell(left).forEach(System.out::println);
            return account.isWhole(left) ? 0 : 1;
        } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException e) {
            throw new Refused(say("journal.no-journal", journal));
        }
    }
}

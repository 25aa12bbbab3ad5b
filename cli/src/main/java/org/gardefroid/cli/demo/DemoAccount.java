package org.gardefroid.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gardefroid.cli.account.AlarmAccount;
import org.gardefroid.cli.account.Due;
import org.gardefroid.cli.account.Ledgers;
import org.gardefroid.cli.account.Mails;
import org.gardefroid.cli.account.ReadingAccount;
import org.gardefroid.cli.account.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Makes the demo's account, as a process of its own, when the agents have stopped and all is delivered. Its last line is
 * the account in JSON; it ends with 0 only if nothing is lost, doubled, missed or false.
 */
public final class DemoAccount implements Callable<Integer> {

    private static final Set<String> EXCURSION = Set.of("too-warm", "too-cold");
    private static final Set<String> DOSE = Set.of("dose-time-over");

    /** By then whoever judges has seen it: records come every ten seconds, a rule asks for its time a little later. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    @Option(names = "--jdbc", required = true)
    private String jdbc = "";

    @Option(names = "--user", required = true)
    private String user = "";

    @Option(names = "--password-file", required = true)
    private Path passwordFile = Path.of("");

    @Option(names = "--ledger", required = true)
    private List<Path> ledgers = new ArrayList<>();

    @Option(names = "--mail", required = true)
    private Path mail = Path.of("");

    @Option(names = "--began", required = true, description = "when the command was given")
    private Instant began = Instant.EPOCH;

    @Option(names = "--day", required = true, description = "when the simulated day begins")
    private Instant day = Instant.EPOCH;

    @Option(names = "--ended", required = true, description = "when the simulation ended, by its own clock")
    private Instant ended = Instant.EPOCH;

    @Option(names = "--stopped", required = true, description = "when the agents had stopped, by the clock on the wall")
    private Instant stopped = Instant.EPOCH;

    @Option(names = "--database", required = true)
    private String database = "";

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new DemoAccount());
        commandLine.registerConverter(Instant.class, Instant::parse);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(jdbc, user,
                Files.readString(passwordFile).strip())) {
            return tell(new Stored(connection));
        }
    }

    private int tell(Stored stored) throws SQLException, IOException {
        ReadingAccount readings = Ledgers.read(ledgers).against(stored.readings("%"));
        AlarmAccount alarms = alarms(stored.alarms());
        Mails mails = Mails.read(mail);
        long delivered = alarms.raised().stream()
                .filter(alarm -> Stream.concat(Stream.of(alarm.id()), alarm.partOf().stream())
                        .anyMatch(told -> mails.alarms().contains(Long.toString(told))))
                .count();
        alarms.missed().forEach(due -> System.err.println("missed: " + due));
        alarms.wrong().forEach(raised -> System.err.println("false: " + raised));
        ObjectMapper json = new ObjectMapper();
        ObjectNode account = json.createObjectNode();
        account.put("readingsMade", readings.made());
        account.put("readingsStored", readings.stored());
        account.put("lost", readings.lost());
        account.put("duplicated", readings.duplicated());
        account.put("alarmsDue", alarms.due().size());
        account.put("alarmsRaised", alarms.raised().size());
        account.put("alarmsMissed", alarms.missed().size());
        account.put("alarmsFalse", alarms.wrong().size());
        account.put("alarmsDelivered", delivered);
        put(account, "firstReadingSeconds", stored.firstCommit());
        put(account, "firstExcursionAlertSeconds", mails.firstOf(EXCURSION));
        put(account, "firstExpiredDoseAlertSeconds", mails.firstOf(DOSE));
        account.put("database", database);
        System.out.println(json.writeValueAsString(account));
        boolean good = readings.made() > 0 && readings.lost() == 0 && readings.duplicated() == 0
                && alarms.missed().isEmpty() && alarms.wrong().isEmpty() && delivered == alarms.raised().size();
        return good ? 0 : 1;
    }

    /** A demo may end in the middle of the day: what its last minutes, or the silence after them, show is not yet due. */
    private AlarmAccount alarms(List<Stored.Raised> raised) {
        List<Due> due = new TrueDay(new DemoDay(day), ended.minus(SETTLED)).due();
        List<Due> soon = new ArrayList<>(new TrueDay(new DemoDay(day), stopped).due());
        soon.removeIf(later -> due.stream().anyMatch(later::isSameAs));
        return AlarmAccount.of(due, soon, raised);
    }

    private void put(ObjectNode account, String name, Optional<Instant> at) {
        if (at.isPresent()) {
            account.put(name, Math.round(Duration.between(began, at.get()).toMillis() / 100.0) / 10.0);
        } else {
            account.putNull(name);
        }
    }
}

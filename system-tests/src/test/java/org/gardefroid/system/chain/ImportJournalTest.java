package org.gardefroid.system.chain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.account.Ledgers;
import org.gardefroid.cli.account.ReadingAccount;
import org.gardefroid.cli.account.Stored;
import org.gardefroid.cli.journal.ImportJournalCommand;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ImportJournalTest {

    private static final String FLEET = """
            {"sites": [{"name": "pui", "fr": "Pharmacie", "en": "Pharmacy"}],
             "devices": [{"name": "box-7", "site": "pui"}],
             "equipments": [{"name": "box-7", "site": "pui", "fr": "Glacière 7", "en": "Box 7", "kind": "cool-box",
               "preset": "cool-box-2-8", "lowest": 2.0, "highest": 8.0, "device": "box-7",
               "probes": [{"name": "box-7-product"}]}]}
            """;

    private String said = "";

    @Test
    void whatADeadAndRevokedBoxHasOnItsCardIsStoredOnceHoweverOftenItIsBrought(@TempDir Path folder)
            throws IOException, SQLException {
        try (Site site = Site.start(SiteOptions.in(folder.resolve("site"), FLEET).with(Edition.PLAIN))) {
            Path ledger = folder.resolve("ledger.jsonl");
            Path card = recordedAndKilled(site, folder, ledger);
            Path password = Files.writeString(folder.resolve("password"), password(site));
            try (Connection database = DriverManager.getConnection(site.jdbcUrl(), site.database().superuser(),
                    site.database().password())) {
                database.createStatement().execute("UPDATE device SET revoked_at = now()");

                assertThat(bring(site, card, "admin", password)).isZero();
                ReadingAccount account = Ledgers.read(List.of(ledger)).against(new Stored(database).readings("box-7"));
                assertThat(account.made()).isGreaterThanOrEqualTo(20);
                assertThat(account.lost() + account.duplicated()).isZero();
                long stored = count(database, "SELECT count(*) FROM reading");

                assertThat(bring(site, card, "admin", password)).isZero();
                assertThat(said).contains(" 0 ");
                assertThat(count(database, "SELECT count(*) FROM reading")).isEqualTo(stored);
                assertThat(count(database, "SELECT count(*) FROM audit WHERE action = 'journal-imported'"))
                        .isEqualTo(2);

                database.createStatement().execute("UPDATE person SET role = 'nurse' WHERE name = 'admin'");
                assertThat(bring(site, card, "admin", password)).isEqualTo(2);
                assertThat(bring(site, card, "nobody", password)).isEqualTo(2);
            }
        }
    }

    private static Path recordedAndKilled(Site site, Path folder, Path ledger) throws IOException {
        PemFiles pem = site.authority().client("box-7");
        Path configuration = Files.writeString(folder.resolve("agent.properties"), """
                device = box-7
                broker = localhost:%d
                certificate = %s
                key = %s
                authority = %s
                folder = card
                sample.every = 100ms
                record.every = 100ms
                probe.box-7-product = simulated box product
                simulated.box = coolbox 2
                """.formatted(Ports.free(), pem.certificate(), pem.key(), pem.authority()));
        ChildProcess agent = ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.EdgeAgent")
                .with("--config", configuration, "--ledger", ledger), folder.resolve("agent.log"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(ledger) && Files.readAllLines(ledger).size() > 50);
        agent.kill9();
        return folder.resolve("card");
    }

    private static String password(Site site) {
        Matcher line = Pattern.compile("premier compte: admin / (\\S+)")
                .matcher(String.join("\n", await().until(() -> site.service().lines(),
                        lines -> lines.stream().anyMatch(one -> one.contains("premier compte")))));
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    private int bring(Site site, Path card, String person, Path password) {
        PrintStream terminal = System.out;
        var out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return new CommandLine(new ImportJournalCommand())
                    .setExecutionExceptionHandler((wrong, command, parsed) -> wrong instanceof Refused ? 2 : 99)
                    .execute("--journal", card.toString(), "--device", "box-7", "--service", site.console(),
                            "--account", person, "--password-file", password.toString());
        } finally {
            System.setOut(terminal);
            said = out.toString(StandardCharsets.UTF_8);
        }
    }

    private static long count(Connection database, String sql) throws SQLException {
        try (var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

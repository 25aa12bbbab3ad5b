package org.gardefroid.cli.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.cli.account.Ledgers;
import org.gardefroid.cli.account.ReadingAccount;
import org.gardefroid.cli.account.Settling;
import org.gardefroid.cli.account.Stored;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;

/** Drives an agent whose clock and probe are a file through the real broker and service, and tells what came of it. */
final class Replay {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ReplayedSeries series;
    private final String preset;
    private final String device;
    private final boolean plain;
    private final ObjectMapper json = new ObjectMapper();

    Replay(ReplayedSeries series, String preset, String device, boolean plain) {
        this.series = series;
        this.preset = preset;
        this.device = device;
        this.plain = plain;
    }

    int run(Path folder) throws IOException, SQLException {
        try (Site site = Site
                .start(SiteOptions.in(folder, fleet()).with(plain ? Edition.PLAIN : Edition.BEST))) {
            Path own = PrivateFiles.folder(folder.resolve("agent"));
            Files.write(own.resolve("agent.properties"), configuration(own, site));
            ChildProcess agent = ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.EdgeAgent")
                    .with("--config", own.resolve("agent.properties"), "--ledger", own.resolve("ledger.jsonl"),
                            "--until-delivered"),
                    own.resolve("agent.log"));
            int code = agent.awaitExit(LONGEST);
            if (code != 0) {
                throw new Refused(String.join(" ", agent.lines().reversed().subList(0, 1)));
            }
            Settling.await(site, InstantSource.system());
            try (Connection connection = DriverManager.getConnection(site.jdbcUrl(), site.database().superuser(),
                    site.database().password())) {
                return tell(FileRead.of(agent.lines()), new Stored(connection), own.resolve("ledger.jsonl"),
                        site.database().describe());
            }
        }
    }

    private int tell(FileRead file, Stored stored, Path ledger, String database) throws SQLException, IOException {
        ReadingAccount readings = Ledgers.read(List.of(ledger)).against(stored.readings(device));
        ObjectNode account = json.createObjectNode();
        file.tell(account);
        account.put("readingsMade", readings.made()).put("readingsStored", readings.stored())
                .put("lost", readings.lost()).put("duplicated", readings.duplicated());
        ArrayNode excursions = account.putArray("excursions");
        for (Stored.Found found : stored.excursions()) {
            System.out.println(Words.say("replay.excursion",
                    Words.say("replay.certainty." + found.certainty()), found.rule(), found.since(),
                    found.confirmedAt(),
                    found.endedAt().map(Object::toString).orElse("…"), found.worstCelsius(),
                    found.unobservedMinutes()));
            ObjectNode one = excursions.addObject();
            one.put("rule", found.rule()).put("since", found.since().toString())
                    .put("confirmedAt", found.confirmedAt().toString())
                    .put("endedAt", found.endedAt().map(Object::toString).orElse(null))
                    .put("worstCelsius", found.worstCelsius()).put("unobservedMinutes", found.unobservedMinutes())
                    .put("certainty", found.certainty());
        }
        long unobserved = stored.unobservedMinutes();
        System.out.println(Words.say("replay.unobserved", unobserved));
        account.put("unobservedMinutes", unobserved);
        account.put("alarmsRaised", stored.alarms().size()).put("database", database);
        System.out.println(json.writeValueAsString(account));
        return readings.made() > 0 && readings.lost() == 0 && readings.duplicated() == 0 ? 0 : 1;
    }

    private String fleet() throws IOException {
        ObjectNode fleet = json.createObjectNode();
        fleet.putArray("sites").addObject().put("name", "replay").put("fr", "Relecture").put("en", "Replay");
        fleet.putArray("devices").addObject().put("name", device).put("site", "replay");
        ObjectNode equipment = fleet.putArray("equipments").addObject().put("name", device).put("site", "replay")
                .put("device", device).put("fr", device).put("en", device).put("kind", "refrigerator")
                .put("preset", preset);
        equipment.putArray("probes").addObject().put("name", probe()).put("purpose", "product");
        equipment.putArray("doors");
        return json.writeValueAsString(fleet);
    }

    private String probe() {
        return device + "-1";
    }

    private List<String> configuration(Path own, Site site) {
        PemFiles pem = site.authority().client(device);
        return List.of("device = " + device, "broker = localhost:" + site.broker().port(),
                "certificate = " + pem.certificate(), "key = " + pem.key(), "authority = " + pem.authority(),
                "folder = " + own.resolve("journal"), "record.every = 0s", "seal.every = 1d",
                "probe." + probe() + " = replay", "replay.file = " + series.file(),
                "replay.time-column = " + series.timeColumn(), "replay.value-column = " + series.valueColumn(),
                "replay.zone = " + series.zone());
    }
}

package org.gardefroid.system.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;
import org.gardefroid.vaccines.ExampleProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A relay centre's fridge and the people around it. It is ten to three in the morning there, whenever this is run: the place
 * lies where the sun has it so.
 *
 * @param begun when it grew too warm: ten past two
 */
record Night(Path folder, Instant now, Instant begun) {

    static final String RELAY = "frigo-relais";
    static final String DOCTOR_ON_CALL = "+33611223344";
    static final String RELAYS_TOKEN = "a relay's token";

    private static final Duration GONE = Duration.ofMinutes(40);
    private static final Duration BEFORE = Duration.ofMinutes(30);

    static Night at(Path folder, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new Night(folder, minute, minute.minus(GONE));
    }

    /** Where it was ten past two when it began. */
    ZoneOffset zone() {
        int there = LocalTime.of(2, 10).toSecondOfDay();
        int utc = begun.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        int difference = Math.floorMod(there - utc, 86_400);
        return ZoneOffset.ofTotalSeconds(difference > 12 * 3_600 ? difference - 86_400 : difference);
    }

    SiteOptions site(Telephone telephone) throws IOException {
        Files.createDirectories(folder);
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Path token = Files.writeString(folder.resolve("token"), RELAYS_TOKEN + "\n");
        Path gateways = Files.writeString(folder.resolve("gateways.yml"), """
                sms:
                  template: ovh-sms
                  url: "%s"
                  values: {service: sms-ab1-1, from: Gardefroid, application: app}
                  secrets: {application-secret: %s, consumer: %s}
                answers: {url: "http://localhost", bearer: %s}
                """.formatted(telephone.address(), secret, secret, token));
        return SiteOptions.in(folder.resolve("site"), fleet()).service("gardefroid.gateways.file=" + gateways,
                "gardefroid.console.zone=" + zone(), "gardefroid.watch.test=false");
    }

    private String fleet() {
        return """
                {"sites": [{"name": "relais", "fr": "Centre relais", "en": "Relay centre", "zone": "%s"}],
                 "people": [
                   {"name": "lea", "site": "relais", "display": "Dr Léa Roy", "role": "doctor", "language": "fr",
                    "email": "lea@exemple.test"},
                   {"name": "tom", "site": "relais", "display": "Dr Tom Blanc", "role": "doctor", "language": "fr",
                    "phone": "%s"}],
                 "cascade": [
                   {"site": "relais", "step": 1, "person": "lea", "channel": "mail"},
                   {"site": "relais", "step": 2, "person": "tom", "channel": "sms", "waitSeconds": 3}],
                 "devices": [{"name": "relais-1", "site": "relais"}],
                 "equipments": [{"name": "%s", "site": "relais", "device": "relais-1", "fr": "Réfrigérateur du relais",
                   "en": "Relay fridge", "kind": "refrigerator", "preset": "fridge-2-8",
                   "fallback": {"fr": "Frigo de la pharmacie Duval, clé chez le gardien.",
                                "en": "Fridge of Duval's pharmacy, key with the guard."},
                   "probes": [{"name": "relais-1-produit", "purpose": "product"}]}],
                 "profiles": [{"product": "priorix", "revision": 1, "source": "RCP", "document": %s}]}
                """.formatted(zone(), DOCTOR_ON_CALL, RELAY, ExampleProfiles.document(ExampleProfiles.PRIORIX));
    }

    /** Good, then too warm since ten past two, and no end of it until ten minutes ago. */
    List<String> grownWarm() {
        return readings(now.minus(GONE).minus(BEFORE), now.minus(Duration.ofMinutes(10)), at -> at.isBefore(begun)
                ? "4.8"
                : "9.4");
    }

    /** Somebody has shut the door. */
    List<String> coldAgain() {
        return readings(now.minus(Duration.ofMinutes(9)), now, at -> "5.1");
    }

    private static List<String> readings(Instant from, Instant to, Function<Instant, String> celsius) {
        List<String> lines = new ArrayList<>(List.of("time,celsius"));
        for (Instant at = from; !at.isAfter(to); at = at.plus(Duration.ofMinutes(1))) {
            lines.add(at + "," + celsius.apply(at));
        }
        return lines;
    }

    /** The real agent, whose probe is what it measured that night; returns when all of it is receipted. */
    void measure(Site site, String name, List<String> readings) throws IOException {
        PemFiles pem = site.authority().client("relais-1");
        Path own = Files.createDirectories(folder.resolve(name));
        Path file = Files.write(own.resolve("readings.csv"), readings);
        Path configuration = Files.writeString(own.resolve("agent.properties"), """
                device = relais-1
                broker = localhost:%s
                certificate = %s
                key = %s
                authority = %s
                folder = journal
                probe.relais-1-produit = replay
                replay.file = %s
                replay.time-column = time
                replay.value-column = celsius
                """.formatted(site.broker().uri().getPort(), pem.certificate(), pem.key(), pem.authority(), file));
        ChildProcess agent = ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.EdgeAgent")
                .with("--config", configuration, "--ledger", own.resolve("ledger.jsonl"), "--until-delivered"),
                own.resolve("agent.log"));
        assertThat(agent.awaitExit(Duration.ofMinutes(2))).as("the agent, see " + own).isZero();
    }
}

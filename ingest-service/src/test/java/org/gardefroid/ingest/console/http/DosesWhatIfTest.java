package org.gardefroid.ingest.console.http;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The relay's fridge has been above 8 °C for the last hour, and at 5 °C in the day before. */
final class DosesWhatIfTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor visitor = Visitor.signedIn(console, "claire", "pharmacist");

    @BeforeEach
    void comirnatyIsKnown() {
        Seeds.lot(console);
    }

    @Test
    void dosesThatMightHaveBeenThereAreJudgedByItsReadingsAndNothingIsKept() {
        String before = kept();
        assertThat(judged(Map.of()).body()).contains("À isoler", "signé par aucun pharmacien");
        String signed = judged(Map.of("signed", "on")).body();
        assertThat(signed)
                .contains("Utilisable selon le profil", "8 … 15 °C", "À l’essai : ce verdict n’est ni enregistré")
                .doesNotContain("signé par aucun pharmacien");
        assertThat(judged(Map.of("signed", "on", "opening", "unknown")).body()).contains("À isoler",
                "antérieur");
        assertThat(judged(Map.of("signed", "on", "step", "diluted", "opened", hoursAgo(7))).body())
                .contains("Délai dépassé");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void whatAProbeReadBeforeItWasTakenAwayCounts() {
        console.execute("INSERT INTO probe (device, name, purpose) SELECT id, 'ancienne', 'product' FROM device"
                + " WHERE name = 'dev-' || ? ON CONFLICT DO NOTHING", Seeds.WARM);
        console.execute("INSERT INTO probe_placement (probe, equipment, during) SELECT p.id, e.id,"
                + " tstzrange(now() - interval '40 days', now() - interval '39 days') FROM probe p, equipment e"
                + " WHERE p.name = 'ancienne' AND e.name = ?", Seeds.WARM);
        console.execute(
                "INSERT INTO reading (measured_at, source, probe, milli_celsius) SELECT now() - interval '40 days'"
                        + " + m * interval '1 minute', 1, id, -3000 FROM probe, generate_series(10, 70) m WHERE name = 'ancienne'");

        assertThat(ask(Map.of("product", "comirnaty-concentrate", "signed", "on", "opening", "none",
                "thawedAt", hoursAgo(41 * 24), "placed", hoursAgo(40 * 24), "judged", hoursAgo(39 * 24))).body())
                .contains("À isoler", "≤ −0,5 °C");
        String day = LocalDateTime.now(ZoneId.of("Europe/Paris")).minusDays(40).toLocalDate().toString();
        assertThat(visitor.get("/equipment/" + Seeds.WARM + "/what-if?preset=fridge-2-8&from=" + day + "&to=" + day)
                .body()).contains("ancienne", "fridge-2-8.low");
    }

    @Test
    void whatCannotBeAskedIsNamedAndStaysInTheForm() {
        assertThat(ask(Map.of("product", "aspirine", "placed", hoursAgo(3))).statusCode()).isEqualTo(422);
        assertThat(ask(Map.of("product", "aspirine", "placed", hoursAgo(3))).body())
                .contains("« aspirine » inconnu", "value=\"" + hoursAgo(3));
        assertThat(judged(Map.of("placed", "hier")).body()).contains("hier");
        assertThat(judged(Map.of("placed", "")).body()).contains("Quand ces doses auraient-elles");
        assertThat(judged(Map.of("step", "diluted")).body()).contains("Quand le flacon aurait-il");
        assertThat(judged(Map.of("step", "finished", "opened", hoursAgo(1))).body())
                .contains("« finished » n’ouvre pas");
        assertThat(judged(Map.of("judged", hoursAgo(-2))).body()).contains("au-delà de maintenant");
        assertThat(judged(Map.of("placed", hoursAgo(24 * 100))).body()).contains("moins de 92 jours");
        assertThat(visitor.get("/equipment/" + Seeds.ELSEWHERE + "/what-if/doses").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/equipment/" + Seeds.WARM + "/what-if").body())
                .contains("/equipment/frigo-relais/what-if/doses");
    }

    private String kept() {
        return console.ask("SELECT count(*) FROM verdict WHERE vial = '?'")
                + console.ask("SELECT count(*) FROM dose_clock")
                + console.ask("SELECT count(*) FROM vial");
    }

    /** Thawed and put in 20 hours ago, never out before; and what is told besides. */
    private HttpResponse<String> judged(Map<String, String> besides) {
        Map<String, String> fields = new HashMap<>(Map.of("product", "comirnaty-concentrate", "placed",
                hoursAgo(20), "thawedAt", hoursAgo(20), "opening", "none"));
        fields.putAll(besides);
        return ask(fields);
    }

    private HttpResponse<String> ask(Map<String, String> fields) {
        return visitor.get("/equipment/" + Seeds.WARM + "/what-if/doses?" + fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** As a browser writes it. */
    private String hoursAgo(int hours) {
        return LocalDateTime.now(ZoneId.of("Europe/Paris")).minusHours(hours).truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}

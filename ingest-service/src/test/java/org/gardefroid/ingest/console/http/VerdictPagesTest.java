package org.gardefroid.ingest.console.http;

import java.time.Duration;
import java.util.Map;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole service judges; a page shows it a moment after a lot was entered. */
final class VerdictPagesTest {

    private static final String SIGNED = "\"validation\": {\"by\": \"Dr Martin\", \"on\": \"2026-03-02\"},";

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    private static String profile(String product, String validation) {
        return """
                {"format": 1, "product": "%s", "revision": 3, "revised": "2026-03-01", "source": "made up", %s
                 "name": {"fr": "Testovax", "en": "Testovax"}, "gtins": [],
                 "storage": {"refrigerated": {"lowest": 2, "highest": 8}, "freezesAt": -0.5},
                 "unobserved": "P400D", "tolerance": "P400D", "inUse": [], "precautions": ["freeze-sensitive"],
                 "contact": "the maker"}""".formatted(product, validation);
    }

    private String enter(String product, String validation, String number) {
        console.execute(
                "INSERT INTO product_profile (product, revision, document, source) VALUES (?, 3, ?::jsonb, 'test')"
                        + " ON CONFLICT DO NOTHING",
                product, profile(product, validation));
        return pharmacist.postSigned("/lots", Map.of("product", product, "number", number, "expires", "2031-06-30",
                "to", Seeds.GOOD, "doses", "20", "opening", "none")).headers().firstValue("Location").orElseThrow();
    }

    private String judged(String path) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> pharmacist.get(path).body(),
                page -> page.contains("class=\"judged\""));
    }

    @Test
    void aLotsPageSaysTheVerdictItsDeadlineByWhichProfileAndTheFigures() {
        String path = enter("signovax", SIGNED, "VERDICT1");
        assertThat(judged(path)).contains("Utilisable selon le profil", "profil signovax, révision 3", "Sans mesure",
                "à utiliser avant le 01/07/2031", "mesures comptées jusqu");
        assertThat(pharmacist.get("/lots?number=VERDICT1").body()).contains("Utilisable selon le profil");
        assertThat(pharmacist.get("/equipment/" + Seeds.GOOD).body()).contains("Utilisable selon le profil");
        assertThat(pharmacist.get("/api/lots?number=VERDICT1").body()).contains("\"verdict\":\"usable\"",
                "\"product\":\"signovax\"", "\"profileRevision\":3", "\"deadline\":\"2031-06-30T22:00:00Z\"");
    }

    @Test
    void anUnsignedProfileNeverSaysUsableAndSaysWhomToAsk() {
        String path = enter("unsignovax", "", "VERDICT2");
        assertThat(judged(path)).contains("À isoler", "the maker").doesNotContain("Utilisable selon le profil");
        assertThat(pharmacist.get("/lots?number=VERDICT2").body()).contains("À isoler")
                .doesNotContain("Utilisable selon le profil");
    }
}

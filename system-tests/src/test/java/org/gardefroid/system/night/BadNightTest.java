package org.gardefroid.system.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.testbed.mail.ReceivedMail;
import org.gardefroid.testbed.process.ProjectFolder;
import org.gardefroid.testbed.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BadNightTest {

    private static final String CHOSEN = "la neige tombe sur le relais";

    @TempDir
    private Path folder;

    @Test
    void theFirstDoctorSleepsTheSecondAnswersByShortMessageAndThePharmacistIsolatesAndReleasesByASignedBudget()
            throws Exception {
        Night night = Night.at(folder, InstantSource.system().instant());
        try (Telephone telephone = new Telephone(); Site site = Site.start(night.site(telephone))) {
            Browser claire = pharmacist(site);
            String lot = enterLot(claire, night);

            night.measure(site, "night", night.grownWarm());
            ReceivedMail toLea = awaited(() -> mail(site, "lea@exemple.test", 0));
            assertThat(toLea.subject()).contains("Réfrigérateur du relais", "trop chaud", "9,4", "02:10");
            assertThat(toLea.text()).contains("Frigo de la pharmacie Duval, clé chez le gardien.");

            Telephone.Message toTom = awaited(() -> first(telephone.received()));
            assertThat(toTom.to()).isEqualTo(Night.DOCTOR_ON_CALL);
            assertThat(toTom.text()).contains("Réfrigérateur du relais", "02:10").hasSizeLessThan(300);
            Matcher code = Pattern.compile("\\b(\\d{4})\\b(?!:)").matcher(toTom.text().replaceAll("\\d{2}:\\d{2}", ""));
            assertThat(code.find()).as(toTom.text()).isTrue();
            assertThat(telephone.answer(site.console(), Night.RELAYS_TOKEN, "+33699999999", "OK " + code.group(1)))
                    .as("a stranger").isEmpty();
            String noted = telephone.answer(site.console(), Night.RELAYS_TOKEN, Night.DOCTOR_ON_CALL,
                    "OK " + code.group(1));
            assertThat(noted).contains("Noté");
            assertThat(awaited(() -> holding(claire.read("alarm/1"), "Dr Tom Blanc"))).contains("02:10");

            assertThat(claire.read(lot)).contains("À isoler", "signé par aucun pharmacien")
                    .doesNotContain("S’il était libéré");
            assertThat(decide(claire, lot, "isolate", "Trop chaud depuis 02:10")).isEqualTo(303);

            night.measure(site, "morning", night.coldAgain());
            ReceivedMail over = awaited(() -> mail(site, "lea@exemple.test", 1));
            assertThat(over.subject()).contains("Réfrigérateur du relais", "revenue dans la plage");
            assertThat(over.text()).contains("02:41");

            assertThat(claire.fill("products/priorix", "products/priorix/sign",
                    Map.of("revision", "1", "password", CHOSEN)).statusCode()).isEqualTo(303);
            String verdict = awaited(() -> holding(claire.read(lot), "tilisable selon le profil"));
            assertThat(verdict).contains("priorix").containsSubsequence("2 … 8 °C", "8 … 15 °C");
            assertThat(decide(claire, lot, "release", "Hors froid 30 min, budget du profil signé : 72 h"))
                    .isEqualTo(303);
            assertThat(claire.read(lot)).containsSubsequence("Hors froid 30 min", "Claire Petit",
                    "Trop chaud depuis 02:10");

            keep(List.of(toLea.subject(), toLea.text(), toTom.text(), noted, over.subject(), over.text()));
        }
    }

    /** The operator makes her account, and she chooses her password. */
    private static Browser pharmacist(Site site) throws IOException, InterruptedException {
        String first = site.service().awaitLine("premier compte:", Duration.ofSeconds(30));
        Browser operator = Browser.signedIn(site.console(), "admin", first.substring(first.indexOf('/') + 1).strip());
        String shown = operator.fill("people", "people", Map.of("name", "claire", "display", "Claire Petit", "role",
                "pharmacist", "site", "1", "language", "fr")).body();
        Matcher once = Pattern.compile("<output class=\"password\">([^<]+)<").matcher(shown);
        assertThat(once.find()).isTrue();
        Browser claire = Browser.signedIn(site.console(), "claire", once.group(1));
        assertThat(claire.fill("account", "account/password",
                Map.of("old", once.group(1), "wanted", CHOSEN, "again", CHOSEN)).statusCode()).isEqualTo(303);
        return claire;
    }

    private static String enterLot(Browser claire, Night night) throws IOException, InterruptedException {
        var entered = claire.fill("lots", "lots",
                Map.of("product", "priorix", "gtin", "3400935137401", "number", "AB12",
                        "expires", "2031-06-30", "to", Night.RELAY, "doses", "20", "opening", "none", "at",
                        LocalDateTime.ofInstant(night.begun().minus(Duration.ofMinutes(20)), night.zone()).toString()));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        return entered.headers().firstValue("location").orElseThrow().substring(1);
    }

    private static int decide(Browser claire, String lot, String decision, String reason)
            throws IOException, InterruptedException {
        return claire.fill(lot, lot + "/decide",
                Map.of("decision", decision, "reason", reason, "password", CHOSEN)).statusCode();
    }

    private static <T> T awaited(Callable<Optional<T>> what) {
        return await().atMost(Duration.ofSeconds(60)).ignoreNoExceptions().until(what, Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<ReceivedMail> mail(Site site, String to, int number) {
        return site.mail().received().stream().filter(mail -> mail.to().contains(to)).skip(number).findFirst();
    }

    private static <T> Optional<T> first(List<T> all) {
        return all.stream().findFirst();
    }

    private static Optional<String> holding(String page, String text) {
        return Optional.of(page).filter(shown -> shown.contains(text));
    }

    /** To be read by people. */
    private static void keep(List<String> messages) throws IOException {
        Files.writeString(ProjectFolder.module("system-tests").resolve("target/bad-night.txt"),
                String.join("\n--------\n", messages));
    }
}

package org.gardefroid.edge.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Ruling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PageServerTest {

    private static final VialId V3 = new VialId("v-3");
    private static final ProductId PRIORIX = new ProductId("priorix");
    private static final int MOST_BYTES = 60_000;

    @TempDir
    private Path folder;

    private final FakeBox box = new FakeBox();
    private final HttpClient browser = HttpClient.newHttpClient();
    private String cookie = "";
    private PageServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new PageServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), box,
                new Plan(Optional.of("Aller au relais."), Optional.of("Go to the relay."),
                        List.of(new Plan.Contact("Pharmacie", "01 23 45 67 89"))),
                new Pin("123456"), Texts.USUAL_ZONE, new SecureRandom());
    }

    @AfterEach
    void stop() {
        server.close();
        browser.close();
    }

    @Test
    void saysTheStateInOneWordTheTemperatureWhatToDoAndWhomToCall() throws Exception {
        box.shows(States.quiet().measuring(9.2).tooWarm(Severity.CRITICAL));

        assertThat(get("/").body()).contains("<h1>ALERTE</h1>", "9,2\u00a0°C", "à 10:00:00", "Trop chaud depuis 09:30",
                "Ne jetez rien", "Hors de la plage", "Aller au relais.",
                "href=\"tel:0123456789\"");
    }

    @Test
    void speaksEnglishToWhoeverAsksForItAndFrenchToAllOthers() throws Exception {
        assertThat(get("/?lang=en").body()).contains("lang=\"en\"", "<h1>GOOD</h1>", "Go to the relay.");
        assertThat(get("/", "Accept-Language", "en-GB,en;q=0.9").body()).contains("<h1>GOOD</h1>");
        assertThat(get("/", "Accept-Language", "fr-FR,fr;q=0.9,en;q=0.8").body()).contains("<h1>BON</h1>");
        assertThat(get("/").body()).contains("<h1>BON</h1>");
    }

    @Test
    void saysHowHumidTheAirIsWhereAProbeTells() throws Exception {
        assertThat(get("/").body()).doesNotContain("Humidité");
        box.shows(States.quiet().humid(83));
        assertThat(get("/").body()).contains("Humidité : 83 % (box-7-product).");
    }

    @Test
    void aMemoryThatIsLostIsToldUntilSomebodyWithTheCodeHasSeenItAndNoVialFromBeforeIsNew() throws Exception {
        box.shows(States.quiet().memoryLost("1-4", new VialId("v-9")));

        assertThat(get("/").body()).contains("<h1>ATTENTION</h1>",
                "Mémoire abîmée : ce qui a été ouvert avant 2026-03-02 09:00 n&#39;est plus connu",
                "numéros donnés avant : 1-4", "à isoler").doesNotContain(">Aucun.<");

        enter();
        assertThat(get("/care").body()).contains("Mémoire abîmée");
        assertThat(tell("start", "label=v-9&product=priorix&step=reconstituted").body())
                .contains("a déjà été ouvert");
        assertThat(box.told).isEmpty();
        assertThat(box.memorySeen).isFalse();
        tell("memory", "");
        assertThat(box.memorySeen).isTrue();
    }

    @Test
    void aFullCardIsNamedAndAStartThatItDoesNotTakeIsNotNoted() throws Exception {
        box.shows(States.quiet().cardFull());

        assertThat(get("/").body()).contains("<h1>NON SURVEILLÉ</h1>", "Carte pleine", "libérer la carte");
        enter();
        assertThat(tell("start", "label=v-3&product=priorix&step=reconstituted").body())
                .contains("enregistré, la carte de la boîte ne le prend pas").doesNotContain("Noté.");
    }

    @Test
    void aLoopThatHangsIsUnwatchedAndShowsNoTemperature() throws Exception {
        box.fresh = false;

        assertThat(get("/live").body()).contains("<h1>NON SURVEILLÉ</h1>").doesNotContain("4,6\u00a0°C");
    }

    @Test
    void namesNoProductNoLabelAndNoLotBeforeTheCode() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)));

        assertThat(get("/").body()).contains("flacon 3", "encore 27 min", "jusqu&#39;à 10:27")
                .doesNotContainIgnoringCase("priorix").doesNotContain("v-3");
        assertThat(get("/care").body()).contains("Code de la boîte").doesNotContainIgnoringCase("priorix");
    }

    @Test
    void saysWhyAVialOrALotIsToBeSetApartAndNamesTheLotOnlyBehindTheCode() throws Exception {
        box.shows(States.quiet().vialHeldFor(3, Ground.Code.FROZEN)
                .lot("A21CB", Light.ACT, Ruling.ISOLATE, Ground.Code.FROZEN).lot("B7", Light.GOOD, Ruling.USABLE));

        assertThat(get("/").body()).contains("à isoler : ne pas utiliser (a pu geler)")
                .contains("un lot est à isoler (1/2)").doesNotContain("A21CB").doesNotContainIgnoringCase("priorix");
        enter();
        assertThat(get("/care").body()).contains("A21CB", "à isoler", "A pu geler : 2,0\u00a0°C, pour une limite", "B7",
                "utilisable selon le profil", "60 doses");
    }

    @Test
    void aVialOfALotThatTheBriefDoesNotPutHereIsNotOpened() throws Exception {
        box.lots = List.of("{\"lot\":\"A21CB\",\"doses\":20,\"stays\":[{\"equipment\":\"box-7\","
                + "\"since\":\"2026-03-01T08:00:00Z\"}]}");
        enter();

        assertThat(tell("start", "label=v-9&product=priorix&step=punctured&lot=L9").body())
                .contains("L9 n&#39;est pas un lot de cette boîte");
        assertThat(box.told).isEmpty();
        tell("start", "label=v-9&product=priorix&step=punctured&lot=A21CB");
        assertThat(box.told).hasSize(2);
    }

    @Test
    void saysByWhichWayItIsLinkedButNotWhereToAndThatItsCertificateIsNotRenewed() throws Exception {
        assertThat(get("/live").body()).contains("Sans réseau").doesNotContain("certificat");
        Way.Proxy proxy = new Way.Proxy("proxy.chu.example", 3128, Optional.empty());
        box.link = new Link(Optional.of(new Way(new Way.Carriage.WebSocket("/mqtt"), "froid.chu.example", 443,
                Optional.of(proxy))), Optional.of(States.TEN));

        assertThat(get("/live").body()).contains("relié au service, par WebSocket, à travers un proxy.",
                "Le certificat de la boîte finit le 2026-03-02").doesNotContain("chu.example");
        assertThat(get("/live?lang=en").body()).contains("linked to the service, by WebSocket, through a proxy.",
                "certificate ends on 2026-03-02 and cannot be renewed");
    }

    @Test
    void loadsNothingFromOutsideAndSaysSoToTheBrowser() throws Exception {
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).startsWith("default-src 'none'").contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://", "//cdn", "src=", " style=", "onclick");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("http-equiv=\"refresh\"");
    }

    @Test
    void isSmallEvenWithSixHoursAndTwentyVials() throws Exception {
        States states = States.quiet();
        for (int vial = 1; vial <= 20; vial++) {
            states.vial(vial, Duration.ofMinutes(vial * 7L));
        }
        box.shows(states);
        for (int minute = 0; minute < 360; minute++) {
            box.history.add(States.quiet().measuring(4 + minute % 20 / 10.0).later(Duration.ofMinutes(minute)).state());
        }
        int bytes = get("/").body().getBytes(StandardCharsets.UTF_8).length;

        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void isCompressedForABrowserThatCanReadIt() throws Exception {
        HttpResponse<byte[]> page = browser.send(HttpRequest
                .newBuilder(URI.create("http://localhost:" + server.port() + "/"))
                .header("Accept-Encoding", "gzip, deflate").build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(page.body())).readAllBytes(),
                StandardCharsets.UTF_8)).contains("<h1>BON</h1>");
        assertThat(page.body().length).isLessThan(get("/").body().length() / 2);
        assertThat(get("/live", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void anotherSitesPageCannotPressItsButtons() throws Exception {
        assertThat(post("/quiet", "").statusCode()).isEqualTo(403);
        assertThat(box.sounding.isQuiet(States.TEN_MILLIS)).isFalse();

        assertThat(post("/quiet", "token=" + token("/")).statusCode()).isEqualTo(303);
        assertThat(box.sounding.isQuiet(States.TEN_MILLIS)).isTrue();
        assertThat(get("/live").body()).contains("Son coupé encore 15 min");
    }

    @Test
    void threeWrongCodesCloseTheDoorForAWhileAndEachMoreForLonger() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(post("/care/pin", "pin=000000").statusCode()).isEqualTo(403);
        }
        assertThat(post("/care/pin", "pin=123456").statusCode()).isEqualTo(429);
        box.millis += 5_000;
        assertThat(post("/care/pin", "pin=999999").statusCode()).isEqualTo(403);
        box.millis += 5_000;
        assertThat(post("/care/pin", "pin=123456").body()).contains("attendez 6 s");
        box.millis += 5_000;
        assertThat(post("/care/pin", "pin=123456").statusCode()).isEqualTo(303);
    }

    @Test
    void aClockIsStartedByLabelProductStepAndLot() throws Exception {
        enter();
        tell("start", "label=V-77&product=priorix&step=reconstituted&lot=A69%2FCE-71");

        assertThat(box.told).containsExactly(
                new Event.VialHandled(new VialId("v-77"), PRIORIX, VialStep.RECONSTITUTED),
                new Event.VialOfLot(new VialId("v-77"), new LotNumber("A69/CE-71")));
    }

    @Test
    void theCodeOnAVialSaysProductAndLotAndMustNotDisagreeWithWhatIsChosen() throws Exception {
        String code = "label="
                + URLEncoder.encode("(01)03400935137401(17)270630(10)A21CB(21)S7", StandardCharsets.UTF_8);
        enter();

        assertThat(tell("start", code + "&lot=B7").body()).contains("A21CB ou B7");
        assertThat(tell("start", "label=" + code.substring("label=".length()).replace("270630", "250630")).body())
                .contains("périmé depuis le 2025-06-30", "Ne l&#39;utilisez pas");
        assertThat(tell("start", "label=1234567890123").body()).contains("n&#39;a pas été compris");
        assertThat(tell("start", "label=v-77&step=voided").body()).contains("choisissez dans la liste");
        assertThat(box.told).isEmpty();
        tell("start", code);
        assertThat(box.told).containsExactly(
                new Event.VialHandled(new VialId("03400935137401-s7"), PRIORIX, VialStep.RECONSTITUTED),
                new Event.VialOfLot(new VialId("03400935137401-s7"), new LotNumber("A21CB")));
    }

    @Test
    void ourLabelSaysProductAndLotAndAVialThatWasOpenedElsewhereIsNotOpenedAgain() throws Exception {
        Brief.Handling voided = new Brief.Handling(VialStep.VOIDED, States.TEN, new EquipmentId("box-3"));
        Brief.Handling opened = new Brief.Handling(VialStep.RECONSTITUTED, States.TEN, new EquipmentId("box-3"));
        LotNumber lot = new LotNumber("A21CB");
        box.vials = List.of(new Brief.LabelledVial(new VialId("v-1a"), PRIORIX, lot, List.of()),
                new Brief.LabelledVial(new VialId("v-2b"), PRIORIX, lot, List.of(opened)),
                new Brief.LabelledVial(new VialId("v-3c"), PRIORIX, lot, List.of(opened, voided)));
        enter();

        assertThat(tell("start", "label=V-2B").body())
                .contains("v-2b a déjà été ouvert ailleurs (box-3, le 2026-03-02 à 10:00)");
        assertThat(tell("start", "label=v-1a&lot=B7").body()).contains("A21CB ou B7");
        assertThat(box.told).isEmpty();
        tell("start", "label=V-1A");
        tell("start", "label=v-3c");
        assertThat(box.told).containsExactly(
                new Event.VialHandled(new VialId("v-1a"), PRIORIX, VialStep.RECONSTITUTED),
                new Event.VialOfLot(new VialId("v-1a"), lot),
                new Event.VialHandled(new VialId("v-3c"), PRIORIX, VialStep.RECONSTITUTED),
                new Event.VialOfLot(new VialId("v-3c"), lot));
    }

    @Test
    void beforeTheTimeIsKnownNoCodeIsTakenForNotExpired() throws Exception {
        box.shows(States.quiet().withoutTime());
        enter();

        assertThat(tell("start", "label=%2801%2903400935137401%2810%29A21CB").body())
                .contains("ne connaît pas l&#39;heure");
        assertThat(box.told).isEmpty();
    }

    @Test
    void aVialWithoutALabelGetsANameOfItsOwn() throws Exception {
        enter();
        tell("start", "label=&product=priorix&step=punctured&lot=");
        tell("start", "label=&product=priorix&step=punctured&lot=");

        assertThat(box.told.stream().map(event -> ((Event.VialHandled) event).vial()).distinct()).hasSize(2);
    }

    @Test
    void aVialGoesOutToTheTableAndBackItsDosesAreCountedAndItEnds() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)));
        enter();
        tell("out", "vial=v-3");
        tell("in", "vial=v-3");
        tell("doses", "vial=v-3&doses=4");
        tell("lot", "vial=v-3&lot=L1");
        tell("end", "vial=v-3&end=wasted&container=Dasri-3");

        assertThat(box.told).containsExactly(new Event.VialMoved(V3, false), new Event.VialMoved(V3, true),
                new Event.DosesLeft(V3, 4), new Event.VialOfLot(V3, new LotNumber("L1")),
                new Event.VialEnded(V3, VialEnd.WASTED, Optional.of("dasri-3")),
                new Event.VialHandled(V3, PRIORIX, VialStep.FINISHED));
    }

    @Test
    void aStartIsTakenBackByAPersonWithAReason() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)));
        enter();

        assertThat(tell("void", "vial=v-3&reason=not-opened&by=").body()).contains("votre nom ou vos initiales");
        assertThat(tell("void", "vial=v-3&reason=&by=AB").body()).contains("choisissez dans la liste");
        assertThat(box.told).isEmpty();
        tell("void", "vial=v-3&reason=not-opened&by=H%C3%A9l%C3%A8ne+M.");
        assertThat(box.told).containsExactly(new Event.StartVoided(V3, VoidReason.NOT_OPENED, "Hélène M."),
                new Event.VialHandled(V3, PRIORIX, VialStep.VOIDED));
    }

    @Test
    void syringesAreFilledFromAVialAndEachGoesOutIsUsedOrTakenBackByItself() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofHours(2)).syringe(5, 3, Duration.ofMinutes(27)));
        assertThat(get("/").body()).contains("seringue 5 (flacon 3)", "encore 27 min").doesNotContain("s-5");
        enter();
        assertThat(get("/care").body()).contains("Mettre en seringue", "Prélevée par erreur");
        tell("draw", "vial=v-3&syringes=2");
        VialId first = ((Event.VialHandled) box.told.getFirst()).vial();
        VialId second = ((Event.VialHandled) box.told.getLast()).vial();
        assertThat(first).isNotEqualTo(second);
        assertThat(box.told).containsExactly(Event.VialHandled.drawnUp(first, PRIORIX, V3),
                Event.VialHandled.drawnUp(second, PRIORIX, V3));
        box.told.clear();
        VialId s5 = new VialId("s-5");
        tell("out", "vial=s-5");
        tell("end", "vial=s-5&end=used");
        tell("void", "vial=s-5&reason=other-vial&by=AB");
        assertThat(box.told).containsExactly(new Event.VialMoved(s5, false),
                new Event.VialEnded(s5, VialEnd.USED, Optional.empty()),
                new Event.VialHandled(s5, PRIORIX, VialStep.FINISHED),
                new Event.StartVoided(s5, VoidReason.OTHER_VIAL, "AB"),
                new Event.VialHandled(s5, PRIORIX, VialStep.VOIDED),
                new Event.VialHandled(s5, PRIORIX, VialStep.FINISHED));
    }

    @Test
    void noSyringeIsFilledFromASyringeNorNoneNorMoreThanThereAre() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofHours(2)).syringe(5, 3, Duration.ofMinutes(27)));
        enter();
        for (String form : List.of("vial=v-3&syringes=0", "vial=v-3&syringes=21", "vial=v-3&syringes=",
                "vial=s-5&syringes=1")) {
            assertThat(tell("draw", form).body()).contains("n&#39;est pas un nombre de seringues de 1 à 20");
        }
        assertThat(box.told).isEmpty();
    }

    @Test
    void noMoreSyringesThanDosesAreLeftAndNoLotOfAnotherProduct() throws Exception {
        box.shows(
                States.quiet().vial(3, Duration.ofHours(2)).vialOf(4, "imvanex").lot("L1", Light.GOOD, Ruling.USABLE));
        enter();
        assertThat(tell("draw", "vial=v-3&syringes=6").body()).contains("il ne reste que 5 doses");
        assertThat(tell("lot", "vial=v-4&lot=L1").body()).contains("L1 est le lot d&#39;un autre produit");
        assertThat(tell("doses", "vial=v-3&doses=101").body()).contains("de 0 à 100");
        assertThat(box.told).isEmpty();
        tell("lot", "vial=v-3&lot=L1");
        assertThat(box.told).hasSize(1);
    }

    @Test
    void whatIsWrongIsRefusedWithItsReasonAndNothingIsRecorded() throws Exception {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)));
        enter();

        assertThat(tell("start", "label=flacon n1&product=priorix&step=punctured").body())
                .contains("flacon n1 n&#39;est pas une étiquette");
        assertThat(tell("start", "label=v-9&product=other&step=punctured").body()).contains("Refusé");
        assertThat(tell("start", "label=v-9&product=priorix&step=punctured&lot=a b").body())
                .contains("a b n&#39;est pas un lot");
        assertThat(tell("doses", "vial=v-3&doses=101").body()).contains("101 n&#39;est pas un nombre de doses");
        assertThat(tell("end", "vial=v-8&end=used").statusCode()).isEqualTo(422);
        assertThat(post("/care/out", "vial=v-3&token=forged").statusCode()).isEqualTo(403);
        assertThat(box.told).isEmpty();
    }

    @Test
    void aLabelThatIsAnotherProductsIsRefused() throws Exception {
        box.shows(States.quiet().vialOf(3, "imvanex"));
        enter();

        assertThat(tell("start", "label=v-3&product=priorix&step=punctured").body()).contains("v-3 a déjà servi");
        assertThat(box.told).isEmpty();
    }

    @Test
    void theCodeIsForgottenAfterAQuarterOfAnHour() throws Exception {
        enter();
        box.millis += Sessions.IDLE.toMillis();

        assertThat(get("/care").body()).contains("Code de la boîte");
    }

    @Test
    void theCodeIsMadeOnceToldOnceAndReadableByTheAgentAlone() throws Exception {
        List<String> told = new ArrayList<>();
        Path file = folder.resolve("pin");
        Pin.kept(file, new Random(1), told::add);
        Pin kept = Pin.kept(file, new Random(2), told::add);

        assertThat(told).hasSize(1).first().asString().matches("[0-9]{6}");
        assertThat(kept.attempt(told.getFirst(), "a", 0)).isInstanceOf(Pin.Attempt.Right.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void whatNoFormOfOursIsIsRefused() throws Exception {
        assertThat(post("/care/pin", "pin=" + "1".repeat(5_000)).statusCode()).isEqualTo(413);
        assertThat(get("/../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(get("/?lang=%zz").statusCode()).isIn(200, 400);
    }

    private void enter() throws Exception {
        HttpResponse<String> answer = post("/care/pin", "pin=123456");
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict");
        cookie = set.substring(0, set.indexOf(';'));
    }

    private HttpResponse<String> tell(String action, String form) throws Exception {
        String encoded = form.replace(" ", URLEncoder.encode(" ", StandardCharsets.UTF_8));
        return post("/care/" + action, encoded + "&token=" + token("/care"));
    }

    private String token(String page) throws Exception {
        Matcher token = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"").matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                "http://localhost:" + server.port() + path.replace("%zz", "%25zz"))).header("Cookie", "x=y; " + cookie);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Cookie", "x=y; " + cookie).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }
}

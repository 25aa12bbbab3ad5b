package org.gardefroid.edge.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.testbed.browser.Chromium;
import org.gardefroid.testbed.browser.Look;
import org.gardefroid.testbed.browser.SlowNetwork;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Ruling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The box's page on a narrow telephone, in a real browser; what it looks like is left in target/screenshots. */
@EnabledIf(value = "org.gardefroid.testbed.browser.Chromium#isHere", disabledReason = "there is no /usr/bin/chromium")
final class PageInBrowserTest {

    private static final int WIDTH = 360;

    /** In the sun, with wet glasses on: WCAG's AAA for all text, not for small text alone. */
    private static final double LEAST_CONTRAST = 7;

    private static final int MOST_BYTES = 60_000;
    private static final VialId LABELLED = new VialId("v-8mk3q2zt");
    private static final ProductId PRIORIX = new ProductId("priorix");

    private static Chromium chromium;

    private final FakeBox box = new FakeBox();
    private PageServer server;
    private String address = "";

    /** What may be the matter with a box, each with the word that its page begins with. */
    enum Looks {
        FINE("BON"), WARNING("ATTENTION"), AHEAD("ATTENTION"), ALARM("ALERTE"), DOSE_ENDING("ATTENTION"),
        DOSE_OVER("ALERTE"),
        UNWATCHED("NON SURVEILLÉ"), TIME_UNKNOWN("ALERTE"), NO_CLOCK("ATTENTION");

        private final String word;

        Looks(String word) {
            this.word = word;
        }

        States states() {
            States states = States.quiet();
            return switch (this) {
                case FINE -> states.calibratedUntil(LocalDate.of(2026, 9, 30)).vial(1, Duration.ofHours(4))
                        .lot("A21CB", Light.GOOD, Ruling.USABLE);
                case WARNING -> states.lidOpen().measuring(7.4).vial(1, Duration.ofHours(4));
                case AHEAD -> states.warmingAhead().measuring(6.4).vial(1, Duration.ofHours(4));
                case ALARM -> states.measuring(9.2).tooWarm(Severity.CRITICAL).lidOpen()
                        .vial(1, Duration.ofMinutes(95))
                        .lot("A21CB", Light.ACT, Ruling.ISOLATE, Ground.Code.OUT_OF_BAND);
                case DOSE_ENDING -> states.vial(2, Duration.ofMinutes(9)).vial(1, Duration.ofHours(4))
                        .syringe(4, 1, Duration.ofMinutes(27));
                case DOSE_OVER -> states.vial(2, Duration.ofMinutes(-5)).vial(1, Duration.ofHours(4))
                        .vialHeldFor(3, Ground.Code.FROZEN).syringe(4, 1, Duration.ofMinutes(-2));
                case UNWATCHED -> states.silentFor(Duration.ofMinutes(4)).vial(1, Duration.ofHours(4));
                case TIME_UNKNOWN -> states.withoutTime().tooWarm(Severity.CRITICAL).measuring(9.2)
                        .vialOfUnknownTime(1);
                case NO_CLOCK -> states.withoutTime();
            };
        }
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void serve() throws IOException {
        box.lots = List.of("{\"lot\":\"A21CB\",\"product\":\"priorix\",\"lotNumber\":\"A21CB\",\"doses\":20,"
                + "\"expiry\":\"2027-06-30T22:00:00Z\",\"opening\":[],\"stays\":[{\"equipment\":\"box-7\","
                + "\"since\":\"2026-03-01T08:00:00Z\"}]}");
        box.sixHours();
        server = new PageServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), box,
                new Plan(Optional.of("Sac isotherme de secours sous le siège, puis retour au relais le plus proche."),
                        Optional.of("Spare insulated bag under the seat, then back to the nearest relay."),
                        List.of(new Plan.Contact("Pharmacie", "01 23 45 67 89"),
                                new Plan.Contact("Astreinte", "06 12 34 56 78"))),
                new Pin("123456"), Texts.USUAL_ZONE, new SecureRandom());
        address = "http://localhost:" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachStateIsLegibleFitsATelephoneCanBeReadOutAndAsksNobodyElse(Looks looks) {
        box.shows(looks.states());
        if (looks == Looks.WARNING) {
            box.link = new Link(Optional.empty(), Optional.of(States.TEN.plus(Duration.ofDays(20))));
        }
        try (BrowserContext context = telephone()) {
            Page page = context.newPage();
            List<String> complaints = Look.complaints(page, address);
            String name = "box-" + looks.name().toLowerCase(Locale.ROOT).replace('_', '-');
            page.navigate(address + "/?lang=en");
            isFitToRead(page, name + "-en");
            page.navigate(address + "/");
            assertThat(page.locator("h1")).hasText(looks.word);
            isFitToRead(page, name + "-fr");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aPageThatHearsNoMoreOfTheBoxSaysSoAndTakesAwayWhatIsOld() {
        try (BrowserContext context = telephone()) {
            Page page = context.newPage();
            box.shows(Looks.FINE.states());
            page.clock().install();
            page.navigate(address + "/");
            assertThat(page.locator("#lost")).isHidden();
            server.close();
            page.clock().runFor(8_000);

            assertThat(page.locator("#lost")).isVisible();
            assertThat(page.locator("#lost")).containsText("Lien avec la boîte perdu depuis");
            assertThat(page.locator("#said")).containsText("Lien avec la boîte perdu");
            assertThat(page.getByText("4,6\u00a0°C")).isHidden();
            assertThat(page.locator("#word")).isHidden();
            assertThat(page.locator("#todo")).isHidden();
            assertThat(page.locator("#doses")).containsText("jusqu'à 14:00");
            assertThat(page.getByText("Pharmacie : 01 23 45 67 89")).isVisible();
            isFitToRead(page, "box-lost-fr");
        }
    }

    @Test
    void whatChangesIsShownAndReadOutWithoutATouch() {
        try (BrowserContext context = telephone()) {
            Page page = context.newPage();
            page.navigate(address + "/");
            assertThat(page.locator("h1")).hasText("BON");
            box.shows(Looks.ALARM.states());

            assertThat(page.locator("h1")).hasText("ALERTE");
            assertThat(page.locator("#said")).containsText("Trop chaud depuis 09:30");
        }
    }

    @Test
    void behindTheCodeAClockIsStartedByACodeByALotAndByOurLabel() {
        box.shows(Looks.FINE.states());
        try (BrowserContext context = telephone()) {
            Page page = entered(context);
            isFitToRead(page, "box-care-fr");
            start(page, "(01)03400935137401(17)270630(10)A21CB(21)S7", Optional.empty());
            start(page, "", Optional.of("A21CB"));
            start(page, LABELLED.value(), Optional.empty());
        }

        assertThat(box.told.stream().filter(Event.VialHandled.class::isInstance).map(Event.VialHandled.class::cast)
                .map(Event.VialHandled::product)).containsExactly(PRIORIX, PRIORIX, PRIORIX);
        assertThat(box.told).contains(
                new Event.VialOfLot(new VialId("03400935137401-s7"), new LotNumber("A21CB")),
                new Event.VialHandled(LABELLED, PRIORIX, VialStep.RECONSTITUTED));
        assertThat(box.told.stream().filter(Event.VialOfLot.class::isInstance)).hasSize(2);
    }

    @Test
    void aCodeOfAnotherLotStartsNothingAndSaysWhatToDo() {
        box.shows(Looks.FINE.states());
        try (BrowserContext context = telephone()) {
            Page page = entered(context);
            fill(page, "(01)03400935137401(17)270630(10)Z9(21)S7", Optional.empty());

            assertThat(page.locator(".told")).containsText("n'est pas prévu");
            isFitToRead(page, "box-refused-fr");
        }
        assertThat(box.told).isEmpty();
    }

    @Test
    void behindTheCodeAVialGoesOutComesBackIsTakenBackAndEnds() {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)));
        VialId vial = new VialId("v-3");
        try (BrowserContext context = telephone()) {
            Page page = entered(context);
            press(page, "Sortir sur la table");
            box.shows(States.quiet().vial(3, Duration.ofMinutes(27)).onTheTable(3));
            page.reload();
            press(page, "Remettre dans la boîte");
            page.getByText("Démarré par erreur").click();
            isFitToRead(page, "box-void-fr");
            press(page, "Annuler ce démarrage");
            assertThat(page.locator("details")).isVisible(); // the browser asks for a name first
            page.getByLabel("Votre nom ou vos initiales").fill("H. M.");
            press(page, "Annuler ce démarrage");
            page.getByLabel("Collecteur DASRI").fill("dasri-3");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Terminer")).selectOption("wasted");
            press(page, "Terminer");
        }

        assertThat(box.told).containsExactly(new Event.VialMoved(vial, false), new Event.VialMoved(vial, true),
                new Event.StartVoided(vial, VoidReason.NOT_OPENED, "H. M."),
                new Event.VialHandled(vial, PRIORIX, VialStep.VOIDED),
                new Event.VialEnded(vial, VialEnd.WASTED, Optional.of("dasri-3")),
                new Event.VialHandled(vial, PRIORIX, VialStep.FINISHED));
    }

    /** The time is told, not judged: it is this machine's, too. */
    @Test
    void allOfItIsSmallForASlowTelephoneOnASlowNetwork() {
        box.shows(Looks.ALARM.states());
        try (BrowserContext context = telephone()) {
            Page page = context.newPage();
            SlowNetwork slow = SlowNetwork.on(page, SlowNetwork.SLOW_3G_MILLIS, SlowNetwork.SLOW_3G_BYTES_PER_SECOND,
                    6);
            page.navigate(address + "/");
            assertThat(page.locator("h1")).hasText("ALERTE");
            System.out.println("box page on a slow 3G, a sixth of the processor: " + slow.bytes()
                    + " bytes, usable after " + SlowNetwork.usableMillis(page) + " ms");
            assertThat(slow.bytes()).isPositive().isLessThanOrEqualTo(MOST_BYTES);
        }
    }

    private void isFitToRead(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Chromium.SCREENSHOTS.resolve(name + ".png")));
        assertThat(Look.overhang(page)).as(name).isZero();
        assertThat(Look.faint(page, LEAST_CONTRAST)).as(name).isEmpty();
        assertThat(Look.unnamed(page)).as(name).isEmpty();
    }

    private Page entered(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address + "/");
        page.getByText("Flacons et lots (code)").click();
        isFitToRead(page, "box-code-fr");
        page.getByLabel("Code de la boîte").fill("123456");
        press(page, "Entrer");
        assertThat(page.locator("h1")).hasText("Flacons et lots");
        return page;
    }

    private static void start(Page page, String code, Optional<String> lot) {
        fill(page, code, lot);
        assertThat(page.locator(".told")).hasText("Noté.");
    }

    private static void fill(Page page, String code, Optional<String> lot) {
        page.getByLabel("Code ou étiquette du flacon").fill(code);
        Locator form = page.locator("form[action^='/care/start']");
        lot.ifPresent(
                number -> form.getByLabel("Lot", new Locator.GetByLabelOptions().setExact(true)).selectOption(number));
        press(page, "Démarrer");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private static BrowserContext telephone() {
        return chromium.context(new Browser.NewContextOptions().setViewportSize(WIDTH, 640)
                .setLocale("fr-FR"));
    }
}

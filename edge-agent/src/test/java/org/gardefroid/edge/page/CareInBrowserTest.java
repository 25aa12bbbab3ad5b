package org.gardefroid.edge.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.testbed.browser.Chromium;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Ruling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What stays open behind the code, in a pocket or on a table, while the box goes on. */
@EnabledIf(value = "org.gardefroid.testbed.browser.Chromium#isHere", disabledReason = "there is no /usr/bin/chromium")
final class CareInBrowserTest {

    private final FakeBox box = new FakeBox();
    private final Chromium chromium = Chromium.open();
    private final BrowserContext telephone = chromium
            .context(new Browser.NewContextOptions().setViewportSize(360, 640).setLocale("fr-FR"));
    private final Page page = telephone.newPage();
    private PageServer server;

    @BeforeEach
    void openTheCare() throws IOException {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)).lot("A21CB", Light.GOOD, Ruling.USABLE));
        server = new PageServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), box,
                new Plan(Optional.empty(), Optional.empty(), List.of()), new Pin("123456"), Texts.USUAL_ZONE,
                new SecureRandom());
        page.navigate("http://localhost:" + server.port() + "/care");
        page.locator("#pin").fill("123456");
        page.locator("button").click();
        assertThat(page.locator("#lots")).containsText("utilisable selon le profil");
        assertThat(page.locator("#dose-v-3")).containsText("jusqu'à 10:27");
    }

    @AfterEach
    void close() {
        server.close();
        telephone.close();
        chromium.close();
    }

    @Test
    void aVerdictThatChangesChangesOnTheOpenPageAndWhatWasWrittenStays() {
        page.getByLabel("Code ou étiquette du flacon").fill("v-9");
        box.shows(States.quiet().vialHeldFor(3, Ground.Code.FROZEN)
                .lot("A21CB", Light.ACT, Ruling.ISOLATE, Ground.Code.FROZEN));

        assertThat(page.locator("#lots")).containsText("à isoler");
        assertThat(page.locator("#dose-v-3")).containsText("à isoler");
        assertThat(page.locator("#word")).containsText("ALERTE");
        assertThat(page.getByLabel("Code ou étiquette du flacon")).hasValue("v-9");
    }

    @Test
    void aLoopThatHangsTakesVerdictsAndTimesFromTheOpenPageAndSaysWhatToDo() {
        box.fresh = false;

        assertThat(page.locator("#word")).containsText("NON SURVEILLÉ");
        assertThat(page.locator("#unwatched")).containsText("lisez un thermomètre, appelez la pharmacie");
        assertThat(page.getByText("utilisable selon le profil")).hasCount(0);
        assertThat(page.getByText("jusqu'à 10:27")).hasCount(0);
    }

    @Test
    void aLostLinkIsToldAndHidesVerdictsAndForms() {
        server.close();

        assertThat(page.locator("#lost")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        assertThat(page.locator("#lots")).isHidden();
        assertThat(page.locator("#dose-v-3")).isHidden();
        assertThat(page.locator("form[action^='/care/start']")).isHidden();
    }

    @Test
    void aPageThatIsOnlyLeftOpenIsForgottenAfterAQuarterOfAnHourAndAsksForTheCodeAgain() {
        box.millis += Duration.ofMinutes(15).toMillis();

        assertThat(page.locator("#pin")).isVisible();
        assertThat(page.getByText("utilisable selon le profil")).hasCount(0);
    }
}

package org.gardefroid.ingest.console.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.gardefroid.testbed.browser.Chromium;
import org.gardefroid.testbed.browser.Look;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser, on a phone and on a desk; what they look like is left in target/screenshots. */
@EnabledIf(value = "org.gardefroid.testbed.browser.Chromium#isHere", disabledReason = "there is no /usr/bin/chromium")
final class InBrowserTest {

    private static Chromium chromium;

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final long alarm = Seeds.alarm(console, Seeds.WARM);
    private final int lot = Seeds.lot(console);

    InBrowserTest() {
        Seeds.rota(console, "gardes");
    }

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"390,fr,LIGHT", "390,en,DARK", "1280,fr,DARK", "1280,en,LIGHT"})
    void everyPageFitsIsLegibleAndAsksNobodyElseForAnything(int width, String language, ColorScheme scheme) {
        try (BrowserContext context = context(width, language, scheme)) {
            Page page = context.newPage();
            List<String> complaints = Look.complaints(page, console.address());
            for (String path : List.of("/", "/equipment/" + Seeds.WARM, "/alarm/" + alarm, "/lots", "/lots/" + lot,
                    "/lots/" + lot + "/labels", "/products", "/products/comirnaty-concentrate",
                    "/equipment/" + Seeds.WARM + "/settings", "/equipment/" + Seeds.WARM + "/what-if",
                    "/equipment/" + Seeds.WARM + "/what-if/doses",
                    "/rotas", "/rotas/gardes")) {
                page.navigate(console.address() + path);
                page.locator(path.matches("/(lots|products|rotas).*|.*/(settings|what-if).*") ? "main" : "#clock")
                        .waitFor();
                String name = path.equals("/")
                        ? "board"
                        : path.substring(1).replaceAll("/[0-9]+", "-one").replace('/', '-');
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(Chromium.SCREENSHOTS.resolve(name + "-" + width + "-" + language + ".png")));
                assertThat(Look.overhang(page)).as(path).isZero();
                assertThat(Look.faint(page)).as(path).isEmpty();
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void aNewTemperatureShowsWithoutATouch() {
        try (BrowserContext context = context(390, "fr", ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(console.address() + "/");
            Locator figure = page.locator("article").filter(new Locator.FilterOptions().setHasText("Réfrigérateur PUI"))
                    .locator(".number");
            assertThat(figure).not().hasText("7,3");
            Seeds.measure(console, Seeds.GOOD, 7_300);
            assertThat(figure).hasText("7,3");
        }
    }

    @Test
    void aPageThatHearsNothingMoreSaysSinceWhen() {
        try (BrowserContext context = context(390, "fr", ColorScheme.DARK)) {
            Page page = context.newPage();
            page.route("**/live/**", route -> route.abort());
            page.navigate(console.address() + "/");
            assertThat(page.locator("#lost")).isHidden();
            page.locator("#lost").waitFor(new Locator.WaitForOptions().setTimeout(25_000));
            assertThat(page.locator("#lost")).containsText("Liaison perdue depuis");
        }
    }

    @Test
    void aThumbOnAPhoneTakesTheAlarmInHand() {
        try (BrowserContext context = context(390, "fr", ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(console.address() + "/alarm/" + alarm);
            page.getByText("Je m’en occupe").click();
            assertThat(page.locator("#state")).containsText("Rose");
            assertThat(page.locator("#state")).containsText("En cours");
        }
    }

    private BrowserContext context(int width, String language, ColorScheme scheme) {
        Visitor rose = Visitor.signedIn(console, "rose", "pharmacist");
        BrowserContext context = chromium.context(new Browser.NewContextOptions().setColorScheme(scheme)
                .setViewportSize(width, width < 500 ? 844 : 800));
        context.addCookies(List.of(new Cookie("gardefroid", rose.session()).setUrl(console.address()),
                new Cookie("langue", language).setUrl(console.address())));
        return context;
    }
}

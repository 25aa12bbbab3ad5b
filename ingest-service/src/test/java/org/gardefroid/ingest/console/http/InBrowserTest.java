package org.gardefroid.ingest.console.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
@EnabledIf(value = "hasChromium", disabledReason = "there is no /usr/bin/chromium")
final class InBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update", "--no-first-run");

    /** Of every piece of text the contrast with what lies under it, where it is less than AA asks for. */
    private static final String FAINT = """
            () => {
              const rgba = (c) => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
              const light = (c) => c.slice(0, 3).map((v) => v / 255)
                .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = (el) => {
                for (let e = el; e; e = e.parentElement) {
                  const c = rgba(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0.99) return c;
                }
                return [255, 255, 255];
              };
              const faint = [];
              for (const el of document.querySelectorAll("body *:not(svg *)")) {
                const text = [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
                const style = getComputedStyle(el);
                if (!text || !el.getClientRects().length || style.visibility === "hidden") continue;
                const [a, b] = [light(rgba(style.color)), light(ground(el))].sort((x, y) => y - x);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < (large ? 3 : 4.5)) faint.push(el.className + " " + ratio.toFixed(2) + " " + el.textContent.trim());
              }
              return faint;
            }""";

    private static Playwright playwright;
    private static Browser browser;

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final long alarm = Seeds.alarm(console, Seeds.WARM);
    private final int lot = Seeds.lot(console);

    static boolean hasChromium() {
        return Files.isExecutable(CHROMIUM);
    }

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"390,fr,LIGHT", "390,en,DARK", "1280,fr,DARK", "1280,en,LIGHT"})
    void everyPageFitsIsLegibleAndAsksNobodyElseForAnything(int width, String language, ColorScheme scheme) {
        try (BrowserContext context = context(width, language, scheme)) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onRequest(request -> {
                if (!URI.create(request.url()).getAuthority().equals(URI.create(console.address()).getAuthority())) {
                    complaints.add("asked " + request.url());
                }
            });
            for (String path : List.of("/", "/equipment/" + Seeds.WARM, "/alarm/" + alarm, "/lots", "/lots/" + lot,
                    "/lots/" + lot + "/labels", "/products", "/products/comirnaty-concentrate")) {
                page.navigate(console.address() + path);
                page.locator(path.matches("/(lots|products).*") ? "main" : "#clock").waitFor();
                String name = path.equals("/")
                        ? "board"
                        : path.substring(1).replaceAll("/[0-9]+", "-one").replace('/', '-');
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + width + "-" + language + ".png")));
                assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
                assertThat((List<?>) page.evaluate(FAINT)).as(path).isEmpty();
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
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme)
                .setViewportSize(width, width < 500 ? 844 : 800));
        context.addCookies(List.of(new Cookie("gardefroid", rose.session()).setUrl(console.address()),
                new Cookie("langue", language).setUrl(console.address())));
        return context;
    }
}

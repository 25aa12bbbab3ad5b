package org.gardefroid.testbed.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a page for who looks at it or has it read out: each list is empty where nothing is. */
public final class Look {

    /** Of every piece of text that is seen, its contrast with what lies under it, where that is too little. */
    private static final String FAINT = """
            ([normal, big]) => {
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
                if (ratio < (large ? big : normal)) faint.push(el.className + " " + ratio.toFixed(2) + " " + el.textContent.trim());
              }
              return faint;
            }""";

    /** WCAG 2.2, success criterion 1.4.3 (AA): for text, and for text that is large. */
    private static final List<Double> AA = List.of(4.5, 3.0);

    private static final Set<String> CONTROLS = Set.of("button", "link", "textbox", "combobox", "checkbox", "radio",
            "spinbutton", "searchbox", "listbox", "slider", "switch", "image", "img");

    private Look() {}

    /** Text that stands out less than WCAG's AA asks for. */
    public static List<?> faint(Page page) {
        return (List<?>) page.evaluate(FAINT, AA);
    }

    /** Text that stands out less than {@code least} to one, large or not. */
    public static List<?> faint(Page page, double least) {
        return (List<?>) page.evaluate(FAINT, List.of(least, least));
    }

    /** By how many pixels of CSS it is wider than what shows it. */
    public static int overhang(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** What a person can press, fill in or look at, and which a screen reader could not name: as the browser tells it. */
    public static List<String> unnamed(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            List<String> unnamed = new ArrayList<>();
            for (JsonElement element : session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes")) {
                JsonObject node = element.getAsJsonObject();
                String role = value(node, "role");
                if (CONTROLS.contains(role) && !node.get("ignored").getAsBoolean() && value(node, "name").isBlank()) {
                    unnamed.add(role + " " + node.get("backendDOMNodeId"));
                }
            }
            return unnamed;
        } finally {
            session.detach();
        }
    }

    private static String value(JsonObject node, String property) {
        JsonObject found = node.getAsJsonObject(property);
        return found == null || !found.has("value") ? "" : found.get("value").getAsString();
    }

    /** From now on writes down what the page asks of anybody but {@code address}, and what it says on the browser's console. */
    public static List<String> complaints(Page page, String address) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onRequest(request -> {
            if (!URI.create(request.url()).getAuthority().equals(URI.create(address).getAuthority())) {
                complaints.add("asked " + request.url());
            }
        });
        return complaints;
    }
}

package org.gardefroid.edge.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Legible in the sun and at night: every rule that gives a colour gives both, and they are far enough apart. */
class ContrastTest {

    private static final double LEAST = 7;
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)\\}");

    @Test
    void everyTextStandsOutSevenToOneFromWhatIsBehindIt() {
        List<String> pairs = new ArrayList<>();
        Matcher rule = RULE.matcher(Layout.STYLE);
        while (rule.find()) {
            String selector = rule.group(1).strip();
            String body = ";" + rule.group(2);
            Matcher text = Pattern.compile(";color:(#[0-9a-f]{3,6})").matcher(body);
            if (!text.find()) {
                continue;
            }
            Matcher back = Pattern.compile(";background:(#[0-9a-f]{3,6})").matcher(body);
            assertThat(back.find()).as("background of " + selector).isTrue();
            pairs.add(selector);
            assertThat(contrast(text.group(1), back.group(1))).as(selector).isGreaterThanOrEqualTo(LEAST);
        }
        assertThat(pairs).contains("body", ".GOOD#word", ".LOOK#word", ".ACT#word", ".UNWATCHED#word", "#lost");
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(contrast("#000", "#ffffff")).isEqualTo(21.0);
        assertThat(contrast("#777777", "#fff")).isBetween(4.4, 4.6);
    }

    /** WCAG 2's contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        String hex = colour.substring(1);
        String full = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
        double[] channel = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(full.substring(2 * i, 2 * i + 2), 16) / 255.0;
            channel[i] = value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * channel[0] + 0.7152 * channel[1] + 0.0722 * channel[2];
    }
}

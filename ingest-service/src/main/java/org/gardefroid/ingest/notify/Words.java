package org.gardefroid.ingest.notify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gardefroid.alerting.Bound;
import org.gardefroid.telemetry.Temperature;

/** What a message says, in one language. Every sentence is a method, so that the compiler misses the one that is missing. */
interface Words {

    static Words of(String language) {
        return language.equals("en") ? new English() : new French();
    }

    Locale locale();

    String label(Notice notice);

    /** Understood on a lock screen in ten seconds: what, where, since when. */
    String subject(Notice notice, Times times);

    /** What happened, in one sentence. */
    String happened(Notice notice);

    /** What to do now, in order; empty where nothing is to be done. */
    List<String> toDo(Notice notice);

    String bound(Bound bound);

    String unobserved(Duration unobserved);

    String badge(Notice notice);

    String since();

    String until();

    String limit();

    String worst();

    String current();

    String notObserved();

    String now();

    String open();

    String opensOnly();

    String automatic();

    /** The equipment's plan de repli; may be empty. */
    String fallback(Notice notice);

    String fallbackTitle();

    /** How a short message is answered. */
    String answerByText(int code);

    /** How a call is answered. */
    String answerByKey();

    /** "+9,4 °C": always with its sign, so that a minus is not overlooked. */
    default String temperature(int milliCelsius) {
        return tenths(BigDecimal.valueOf(milliCelsius, 3).setScale(1, RoundingMode.HALF_EVEN));
    }

    /** What is beyond the limit is rounded away from it, as on the pages: 8.02 told as 8.0 would be taken for good. */
    default String temperature(Notice notice, Notice.Seen seen) {
        return notice.bound().filter(bound -> bound.isCrossedBy(new Temperature(seen.milliCelsius())))
                .map(bound -> tenths(BigDecimal.valueOf(seen.milliCelsius(), 3)
                        .setScale(1, bound.isUpper() ? RoundingMode.CEILING : RoundingMode.FLOOR)))
                .orElseGet(() -> temperature(seen.milliCelsius()));
    }

    private String tenths(BigDecimal celsius) {
        return String.format(locale(), "%+.1f\u00a0°C", celsius).replace('-', '\u2212');
    }
}

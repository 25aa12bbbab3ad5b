package org.gardefroid.ingest.notify;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gardefroid.alerting.Bound;

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
        return String.format(locale(), "%+.1f\u00a0°C", milliCelsius / 1_000.0).replace('-', '\u2212');
    }
}

package org.gardefroid.ingest.notify;

import java.util.List;

/**
 * What a message says of one cause, in one language.
 *
 * @param shortly on a lock screen
 * @param over on a lock screen, once it has passed
 * @param ended once it has passed
 * @param steps what to do now
 * @param afterwards what is left to do once it has passed
 */
record CauseText(String shortly, String sentence, String over, String ended, List<String> steps,
        List<String> afterwards) {

    /** One after which nothing is left to do. */
    CauseText(String shortly, String sentence, String over, String ended, List<String> steps) {
        this(shortly, sentence, over, ended, steps, List.of());
    }
}

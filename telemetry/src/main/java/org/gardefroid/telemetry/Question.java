package org.gardefroid.telemetry;

import java.util.List;

/**
 * What an agent asks on connecting, hourly and when in doubt: what do you have of these journals?
 *
 * @param journals 1 to {@value #MOST_JOURNALS}
 */
public record Question(Nonce nonce, List<JournalId> journals) {

    public static final int MOST_JOURNALS = 100;

    public Question {
        journals = List.copyOf(journals);
        if (journals.isEmpty() || journals.size() > MOST_JOURNALS) {
            throw new IllegalArgumentException(
                    "a question must name 1 to " + MOST_JOURNALS + " journals: " + journals.size());
        }
    }
}

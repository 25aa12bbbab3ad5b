package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;

/** What judging some records led to. */
public sealed interface Outcome {

    /**
     * They were judged.
     *
     * @param facts what is new or has changed, each in its last version
     */
    record Judged(Timeline timeline, List<Fact> facts) implements Outcome {
        public Judged {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Nothing was judged, because some belong before what is judged already: rewind to before {@code from}, and judge all
     * that is stored from there.
     */
    record Late(Instant from) implements Outcome {}
}

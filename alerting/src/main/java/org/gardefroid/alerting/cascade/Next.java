package org.gardefroid.alerting.cascade;

import java.time.Instant;

/** What a cascade does next. */
public sealed interface Next {

    /**
     * A step is due.
     *
     * @param telling the how many-th of this round, from 1
     * @param step which of the steps, from 1; the last one again and again, and after it, where it found nobody, the last that did
     * @param lastResort nobody was reached by any step: whoever may answer at the site is told
     */
    record Tell(int telling, int step, boolean lastResort) implements Next {}

    /** Nothing before then, unless the alarm changes. */
    record Wait(Instant until) implements Next {}

    /** Nothing, unless the alarm changes. */
    record Rest() implements Next {}
}

package org.gardefroid.ingest.judge;

import java.time.Duration;

/** A thread that judges, round after round: one that hangs, or has died, shows here and nowhere else. */
public interface SignOfLife {

    /** How long no round has come to its end. */
    Duration sinceRound();
}

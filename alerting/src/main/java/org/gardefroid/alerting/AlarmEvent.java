package org.gardefroid.alerting;

import java.time.Instant;

/** What happens to an alarm after it was raised, and when. People have names here; the rest is the judging's. */
public sealed interface AlarmEvent {

    Instant at();

    /** A person takes it on. */
    record Acknowledgement(Instant at, String who) implements AlarmEvent {}

    /** Nothing of it goes on: each of its facts has ended, the last of them at this time. */
    record Clearing(Instant at) implements AlarmEvent {}

    /** It was thought to be over, and is not. */
    record Resumption(Instant at) implements AlarmEvent {}

    /** It is worse than what was acknowledged. */
    record Worsening(Instant at) implements AlarmEvent {}

    /** A person says what it came from and what was done. */
    record Closing(Instant at, String who, String cause, String action) implements AlarmEvent {}

    /** Late records show that it never was, or that it is part of another. */
    record Withdrawal(Instant at) implements AlarmEvent {}
}

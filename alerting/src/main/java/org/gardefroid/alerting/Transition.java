package org.gardefroid.alerting;

/** What an event did to an alarm: it moved, or it stays and this is why. */
public sealed interface Transition {

    record Moved(AlarmState state) implements Transition {}

    record Refused(Refusal reason) implements Transition {}
}

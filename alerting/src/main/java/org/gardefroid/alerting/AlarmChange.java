package org.gardefroid.alerting;

/**
 * What has to be done to the stored alarms. Several changes of one alarm come in the order in which they are to be
 * written into its history, and all carry the same alarm: as it is after all of them.
 */
public sealed interface AlarmChange {

    Alarm alarm();

    /** A new one. */
    record Raised(Alarm alarm, Telling telling) implements AlarmChange {}

    /** A new one, for a part of what {@code from} was thought to be. */
    record Split(Alarm alarm, AlarmId from, Telling telling) implements AlarmChange {}

    /** More severe than before; who has acknowledged it has acknowledged less. */
    record Worsened(Alarm alarm, Severity before, Telling telling) implements AlarmChange {}

    /** Its facts, or when they began or ended, are known better; nobody has to be told. */
    record Lengthened(Alarm alarm) implements AlarmChange {}

    /** Nothing of it goes on any more. */
    record Cleared(Alarm alarm) implements AlarmChange {}

    /** It goes on after all. */
    record Resumed(Alarm alarm) implements AlarmChange {}

    /** It never was; whoever was told of it is told of this. */
    record Withdrawn(Alarm alarm) implements AlarmChange {}

    /** It is part of {@code into}, and goes on as that. */
    record Merged(Alarm alarm, AlarmId into) implements AlarmChange {}
}

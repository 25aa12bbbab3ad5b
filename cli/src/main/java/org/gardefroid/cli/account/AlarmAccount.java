package org.gardefroid.cli.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The alarms that were due against those that were raised.
 *
 * @param missed due, and nothing raised
 * @param wrong raised, and nothing due; or more than one for the same cause
 */
public record AlarmAccount(List<Due> due, List<Stored.Raised> raised, List<Due> missed, List<Stored.Raised> wrong) {

    /**
     * The true temperature crosses a limit a little before or after the probe's steps show it, and an alarm begins when
     * its first reading says so.
     */
    private static final Duration SLACK = Duration.ofMinutes(10);

    public static AlarmAccount of(List<Due> due, List<Stored.Raised> raised) {
        return of(due, List.of(), raised);
    }

    /** @param soon what was about to be due when it all ended: right if raised, and not missed if not */
    public static AlarmAccount of(List<Due> due, List<Due> soon, List<Stored.Raised> raised) {
        List<Due> missed = new ArrayList<>();
        List<Stored.Raised> left = new ArrayList<>(raised);
        for (Due one : due) {
            left.stream().filter(alarm -> isFor(one, alarm)).findFirst().ifPresentOrElse(left::remove,
                    () -> missed.add(one));
        }
        for (Due one : soon) {
            left.stream().filter(alarm -> isFor(one, alarm)).findFirst().ifPresent(left::remove);
        }
        return new AlarmAccount(due, raised, List.copyOf(missed), List.copyOf(left));
    }

    private static boolean isFor(Due due, Stored.Raised alarm) {
        Instant earliest = due.since().minus(SLACK);
        Instant latest = due.until().plus(SLACK);
        return alarm.kind().equals(due.kind()) && alarm.equipment().equals(due.equipment())
                && (!due.kind().equals(Due.DOSE) || alarm.vials().contains(due.subject()))
                && !alarm.since().isBefore(earliest) && !alarm.since().isAfter(latest);
    }
}

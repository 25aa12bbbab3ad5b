package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import org.gardefroid.telemetry.Temperature;

/**
 * Where one rule stands with one probe.
 *
 * <table>
 * <caption>What a reading does. A fault does nothing, and neither does a gap by itself.</caption>
 * <tr><th>state</th><th>in range</th><th>out, delay not passed</th><th>out, delay passed unbroken</th>
 *     <th>out, delay passed over a gap</th></tr>
 * <tr><td>InRange</td><td>InRange</td><td>Suspected since this reading</td><td>(delay 0) Confirmed</td><td>-</td></tr>
 * <tr><td>Suspected</td><td>InRange: forgotten</td><td>Suspected</td><td>Confirmed, observed</td>
 *     <td>Confirmed, possible</td></tr>
 * <tr><td>Confirmed</td><td>InRange: ended here</td><td>Confirmed</td><td>Confirmed, observed from now on</td>
 *     <td>Confirmed, as certain as before</td></tr>
 * <tr><td>Confirmed, Returning</td><td>not back by the hysteresis: Returning since the first such reading; back by it:
 *     ended there</td><td>Confirmed</td><td>Confirmed, observed from now on</td><td>Confirmed</td></tr>
 * </table>
 */
public sealed interface ExcursionState extends RunState {

    /** Nothing is out, as far as was seen. */
    record InRange() implements ExcursionState {}

    /**
     * Out of range, not yet for long enough.
     *
     * @param unbrokenSince the first reading out after the last gap; {@code since} where there was none
     */
    record Suspected(Instant since, Instant unbrokenSince, Duration unobserved, Temperature worst, Instant worstAt)
            implements
                ExcursionState {}

    /** Out of range for long enough: {@code excursion} is a fact, and goes on. */
    record Confirmed(Excursion excursion, Instant unbrokenSince) implements ExcursionState {}

    /**
     * In range since {@code since}, but not yet back by the rule's hysteresis: {@code excursion} goes on if it is out once
     * more, and else has ended then.
     */
    record Returning(Excursion excursion, Instant since) implements ExcursionState {}

    ExcursionState IN_RANGE = new InRange();
}

package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * What the box says at one moment: one word, why, and the figures. Light, sound, display and page are made of it alone.
 *
 * @param at of the loop's turn that made it: what is older than {@link #STALE} is not to be shown as now
 * @param concerns the worst first
 * @param shown the product probe that is farthest from the middle of its range
 * @param running the vials that are not finished, the one that ends first before the others
 * @param card on which it is recorded
 */
public record BoxState(
        Light word,
        Moment at,
        List<Concern> concerns,
        Optional<Shown> shown,
        List<Dose> running,
        Seen seen,
        Findings findings,
        Card card) {

    /** A loop of one second that has not turned for so long hangs. */
    public static final Duration STALE = Duration.ofSeconds(5);

    /**
     * A temperature to be shown.
     *
     * @param millis when it was measured, monotonic
     * @param old it is not of the last ten seconds, and must not pass for now
     */
    public record Shown(ProbeId probe, Temperature temperature, long millis, boolean old) {}

    public BoxState {
        concerns = List.copyOf(concerns);
        running = List.copyOf(running);
    }

    /** The box as judged by {@code findings}, with what was seen in the same turn of the loop. */
    public static BoxState of(Moment now, Seen seen, Findings findings, Card card) {
        List<Concern> concerns = Concerns.of(now, seen, findings, card);
        Light word = concerns.stream().map(Concern::light).max(Comparator.naturalOrder()).orElse(Light.GOOD);
        return new BoxState(word, now, concerns, Concerns.shown(now, seen),
                findings.doses().stream().filter(dose -> !dose.finished())
                        .sorted(Comparator.comparing(dose -> dose.deadline().orElse(Instant.MAX))).toList(),
                seen, findings, card);
    }

    /** The vial whose time ends first. */
    public Optional<Dose> next() {
        return running.stream().filter(dose -> dose.deadline().isPresent()).findFirst();
    }
}

package org.gardefroid.alerting.cascade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who is on call, and when. A replacement stands before a holiday's duty, and that before the regular one. */
public record Rota(List<Duty> duties) {

    static final Rota EMPTY = new Rota(List.of());

    /** A stretch without anybody. */
    public record Hole(Instant from, Instant until) {}

    public Rota {
        duties = duties.stream().sorted().toList();
    }

    /** Those on call at that instant, each once; several only if their duties are of one kind. */
    public List<String> onCall(Instant at) {
        List<Duty> then = duties.stream().filter(duty -> duty.isAt(at)).toList();
        return then.stream().map(Duty::kind).max(Comparator.naturalOrder())
                .map(kind -> then.stream().filter(duty -> duty.kind() == kind).map(Duty::person).distinct().toList())
                .orElse(List.of());
    }

    /** The stretches between two instants for which nobody is on call, in order. */
    public List<Hole> holes(Instant from, Instant until) {
        List<Hole> holes = new ArrayList<>();
        Instant covered = from;
        for (Duty duty : duties) {
            if (duty.from().isAfter(covered) && covered.isBefore(until)) {
                holes.add(new Hole(covered, duty.from().isBefore(until) ? duty.from() : until));
            }
            covered = duty.until().isAfter(covered) ? duty.until() : covered;
        }
        if (covered.isBefore(until)) {
            holes.add(new Hole(covered, until));
        }
        return holes;
    }
}

package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.judge.DoseRow;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.Countdown;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Start;

/** The countdowns of an opened vial or a syringe, as they are shown and told: each start with its own time, and the earliest over once it has come. */
final class DoseClocks {

    private final Judgement judgement;
    private final Optional<Due> earliest;
    private final Optional<Instant> finishedAt;

    private DoseClocks(Judgement judgement) {
        this.judgement = judgement;
        this.earliest = judgement.countdown().stream().findFirst();
        this.finishedAt = judgement.grounds().stream().filter(ground -> ground.code() == Ground.Code.FINISHED)
                .flatMap(ground -> ground.since().stream()).findFirst();
    }

    static List<DoseRow> of(VialFile vial, Judgement judgement) {
        return new DoseClocks(judgement).rows(vial);
    }

    private List<DoseRow> rows(VialFile vial) {
        Optional<VialId> drawnFrom = vial.story().drawnFrom();
        OptionalInt revision = judgement.judgedBy().map(profile -> OptionalInt.of(profile.revision()))
                .orElse(OptionalInt.empty());
        List<Start> own = judgement.starts().stream()
                .filter(start -> start.container().equals(judgement.container()) && start.at().isPresent()).toList();
        Optional<Start> deciding = deciding(own);
        List<DoseRow> rows = new ArrayList<>();
        for (Start start : own) {
            boolean decides = deciding.filter(start::equals).isPresent();
            Optional<Due> deadline = decides
                    ? earliest
                    : alone(start).or(() -> voided(start) ? Optional.empty() : earliest);
            rows.add(new DoseRow(vial.vial(), drawnFrom, vial.product(), revision, start.step(),
                    start.at().orElseThrow(), deadline,
                    decides && isOver() ? earliest.map(Due::at) : Optional.empty(), finishedAt,
                    start.voided().map(Start.Voiding::when)));
        }
        return rows;
    }

    private static boolean voided(Start start) {
        return start.voided().isPresent();
    }

    /** The start that the earliest deadline comes of; if it comes of the label or of the lot's thawing, the first. */
    private Optional<Start> deciding(List<Start> own) {
        List<Start> counting = own.stream().filter(start -> !voided(start)).toList();
        return earliest.flatMap(end -> counting.stream().filter(start -> alone(start).equals(Optional.of(end)))
                .findFirst().or(() -> counting.stream().findFirst()));
    }

    /** Alone, a step may have no time of its own, as one that counts from another. */
    private Optional<Due> alone(Start start) {
        return judgement.judgedBy().flatMap(profile -> Countdown.of(profile,
                List.of(new Handling(start.at().orElseThrow(), start.step()))).deadlines().stream().findFirst())
                .map(deadline -> new Due(deadline.at(), start.step().code()));
    }

    private boolean isOver() {
        return earliest.filter(end -> !end.at().isAfter(finishedAt.orElse(judgement.now()))).isPresent();
    }
}

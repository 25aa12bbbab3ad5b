package org.gardefroid.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person must answer.
 *
 * @param subject one equipment, or one door or vial in it: two probes of a fridge that grow warm are one alarm, two
 *     vials that run out are two
 * @param severity the worst of its facts
 * @param since when the first of its facts began
 * @param until when the last of them ended; empty while one goes on
 * @param facts sorted
 */
public record Alarm(
        AlarmId id,
        Subject subject,
        Cause cause,
        Severity severity,
        Instant since,
        Optional<Instant> until,
        List<FactId> facts,
        AlarmState state) {

    public Alarm {
        facts = facts.stream().sorted().toList();
    }

    /** This alarm after {@code event}; unchanged where that is refused, which {@link AlarmState#apply} tells. */
    Alarm after(AlarmEvent event) {
        return switch (state.apply(event)) {
            case Transition.Moved(AlarmState moved) ->
                new Alarm(id, subject, cause, severity, since, until, facts, moved);
            case Transition.Refused refused -> this;
        };
    }

    Alarm over(FactCluster cluster) {
        return new Alarm(id, subject, cause, cluster.severity(), cluster.since(), cluster.until(), cluster.ids(),
                state);
    }

    /** What an alarm of {@code fact} would be about. */
    static Subject subjectOf(Fact fact) {
        return switch (fact.id().subject()) {
            case Subject.ProbeIn probe -> new Subject.WholeEquipment(probe.equipment());
            case Subject.WholeEquipment whole -> whole;
            case Subject.DoorOf door -> door;
            case Subject.GoodsIn goods -> new Subject.WholeEquipment(goods.equipment());
            case Subject.VialIn vial -> vial;
        };
    }
}

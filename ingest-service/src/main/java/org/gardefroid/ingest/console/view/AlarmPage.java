package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One alarm with all that is known of it.
 *
 * @param equipment absent where the alarm is of a device alone
 */
public record AlarmPage(
        AlarmLine alarm,
        Optional<EquipmentNow> equipment,
        List<ExcursionLine> facts,
        List<Past> history,
        List<Told> told,
        boolean mayAnswer) {

    /** What happened to it, by whom if by a person. */
    public record Past(Instant at, String what, Optional<String> person, Optional<String> comment) {}

    /**
     * A message about it.
     *
     * @param peerSaid the answer of whoever took it on, word for word
     */
    public record Told(
            Instant madeAt,
            String person,
            String channel,
            String kind,
            String state,
            int attempts,
            Optional<Instant> acceptedAt,
            Optional<String> peerSaid) {}
}

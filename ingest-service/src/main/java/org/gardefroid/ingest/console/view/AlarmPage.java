package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One alarm with all that is known of it.
 *
 * @param snoozedUntil until when quiet was asked for, last
 * @param equipment absent where the alarm is of a device alone
 */
public record AlarmPage(
        AlarmLine alarm,
        Optional<EquipmentNow> equipment,
        List<ExcursionLine> facts,
        List<Past> history,
        List<Told> told,
        boolean mayAnswer,
        String fallbackFr,
        String fallbackEn,
        Optional<Instant> snoozedUntil) {

    /** What to do, step by step. In a refrigerator what is kept frozen would thaw. */
    public List<String> plan(Words words) {
        boolean isFrozen = equipment.filter(where -> where.kind().equals("freezer")).isPresent();
        String key = switch (alarm.cause()) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE, DOSES_HELD, BUDGET_SPENDING -> isFrozen
                    ? "plan.frozen"
                    : "plan." + alarm.cause().code();
            default -> "plan." + alarm.cause().code();
        };
        return Stream.of(words.say(key).split("\\|")).map(String::strip).toList();
    }

    /** The equipment's plan de repli; may be empty. */
    public String fallback(Words words) {
        return words.pick(fallbackFr, fallbackEn);
    }

    /** Whether its quiet lasts still. */
    public boolean isSnoozed(Words words) {
        return alarm.isUnanswered() && snoozedUntil.filter(until -> until.isAfter(words.now())).isPresent();
    }

    /** One attempt to send a message, with what the other side said. */
    public record Attempt(Instant at, String outcome, String peerSaid) {}

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
            Optional<String> peerSaid,
            List<Attempt> tries) {}
}

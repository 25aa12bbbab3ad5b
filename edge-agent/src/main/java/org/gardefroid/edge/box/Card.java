package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gardefroid.telemetry.VialId;

/**
 * How it stands with the card, on which everything is written and from which everything is known.
 *
 * @param isFull it takes nothing: what is measured and done is recorded nowhere
 * @param lost that what was on it is not known any more, until a person has seen it
 * @param forgotten the vials and syringes that have a number, of which nothing else is known: they were opened before
 */
public record Card(boolean isFull, Optional<Lost> lost, Set<VialId> forgotten) {

    /** Nothing is the matter with it. */
    public static final Card SOUND = new Card(false, Optional.empty(), Set.of());

    /**
     * What was opened before is not known any more.
     *
     * @param before when it was found, or later; empty as long as the time is not known
     * @param numbers those given before to vials of which nothing else is known, such as {@code 1-3, 7}
     */
    public record Lost(Optional<Instant> before, String numbers) {}

    public Card {
        forgotten = Set.copyOf(forgotten);
    }

    /** Numbers as a person reads them, those that follow each other as one range; {@code ?} where there are none. */
    public static String ranges(Collection<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int to = 0;
        for (int number : new TreeSet<>(numbers)) {
            if (from != 0 && number == to + 1) {
                to = number;
                continue;
            }
            append(text, from, to);
            from = number;
            to = number;
        }
        append(text, from, to);
        return text.isEmpty() ? "?" : text.toString();
    }

    private static void append(StringBuilder text, int from, int to) {
        if (from != 0) {
            text.append(text.isEmpty() ? "" : ", ").append(from).append(from == to ? "" : "-" + to);
        }
    }
}

package org.gardefroid.edge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.gardefroid.edge.box.Card;
import org.gardefroid.edge.box.LocalWarning;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.telemetry.VialId;

/** What is known of the card, for whoever shows it. Safe for many threads. */
final class CardState {

    private final LostMemory memory;
    private final Set<VialId> forgotten;
    private volatile boolean isFull;

    CardState(LostMemory memory, Set<VialId> forgotten) {
        this.memory = memory;
        this.forgotten = Set.copyOf(forgotten);
    }

    /**
     * As it is found at a start.
     *
     * @param isLost what was recorded before cannot be read any more, or not all of it
     */
    static CardState found(Path folder, boolean isLost, LocalWarning warning) {
        Map<VialId, Integer> forgotten = warning.forgotten();
        return new CardState(new LostMemory(folder.resolve("memory-lost"), isLost || !warning.isPastKnown(),
                Card.ranges(forgotten.values())), forgotten.keySet());
    }

    Card at(Moment now) {
        return new Card(isFull, memory.at(now), forgotten);
    }

    /** What was to be recorded is on it or not. */
    void took(boolean all) {
        isFull = !all;
    }

    boolean isFull() {
        return isFull;
    }

    /** The vials and syringes of which nothing but their number is known. */
    Set<VialId> forgotten() {
        return forgotten;
    }

    /** A person has seen that memory was lost. */
    void seen() {
        memory.seen();
    }
}

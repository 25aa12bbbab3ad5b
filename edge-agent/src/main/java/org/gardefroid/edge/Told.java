package org.gardefroid.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gardefroid.telemetry.Event;

/** What a person has told the box, waiting for the next cycle to date and record it. From any thread to the sampling one. */
final class Told {

    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();

    void tell(Event event) {
        events.add(event);
    }

    /** In the order in which they were told; nothing is lost between two calls. */
    List<Event> toldSinceLastAsked() {
        List<Event> taken = new ArrayList<>();
        for (Event event = events.poll(); event != null; event = events.poll()) {
            taken.add(event);
        }
        return taken;
    }
}

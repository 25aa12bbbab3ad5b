package org.gardefroid.edge.page;

import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.face.History;
import org.gardefroid.edge.face.Sounding;
import org.gardefroid.edge.forecast.Forecast;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;

/** The box, as its page sees it. Safe for many threads. */
public interface Box {

    /** The latest turn's; empty before the first. It may be old: the loop may hang. */
    Optional<BoxState> latest();

    /** Whether the latest turn was within the last {@link BoxState#STALE}: only then is it how things are now. */
    boolean isFresh();

    Optional<Forecast> forecast();

    List<History.Point> history();

    Sounding sounding();

    /** To the service. */
    Link link();

    Optional<Brief> brief();

    /** Monotonic. */
    long nowMillis();

    /** Somebody has heard what sounds. */
    void answer();

    /** A consultation begins. */
    void quiet();

    /** Somebody has set apart what the box does not know any more. */
    void memorySeen();

    /**
     * Records all of it with the next cycle, and waits for that.
     *
     * @param events at least one
     * @return whether it is on the card; if not, whoever told it must be told so
     */
    boolean record(List<Event> events);
}

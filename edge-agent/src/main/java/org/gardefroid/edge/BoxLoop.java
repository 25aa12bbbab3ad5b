package org.gardefroid.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Findings;
import org.gardefroid.edge.face.Face;
import org.gardefroid.edge.face.History;
import org.gardefroid.edge.face.Sounding;
import org.gardefroid.edge.forecast.Forecast;
import org.gardefroid.edge.forecast.Trend;
import org.gardefroid.edge.page.Box;
import org.gardefroid.edge.page.Link;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProbeFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of what this box shows, after each cycle has been sampled, recorded and judged: on the judging thread, so that
 * whichever of the three hangs, nothing is shown any more as if it were now.
 */
final class BoxLoop implements Box {

    private static final Logger LOG = LoggerFactory.getLogger(BoxLoop.class);

    /** A cycle is a second; a card that is slow takes some. */
    private static final Duration LONGEST_RECORDING = Duration.ofSeconds(10);

    private static final long TREND_EVERY_MILLIS = 10_000;

    private final Supplier<Findings> judged;
    private final Face face;
    private final Supplier<Optional<Brief>> briefs;
    private final Told told;
    private final CardState card;
    private final Supplier<Link> link;
    private final LongSupplier millis;
    private final History history = new History();
    private Map<String, ProbeFault> faults = Map.of();
    private Optional<Trend> trend = Optional.empty();
    private Optional<String> probe = Optional.empty();
    private long trendMillis = Long.MIN_VALUE;
    private volatile @Nullable BoxState latest;
    private volatile long turnedMillis;
    private volatile Optional<Forecast> forecast = Optional.empty();

    /**
     * @param judged what judging has come to
     * @param briefs the brief in force
     * @param link to the service
     * @param millis the machine's monotonic time, whatever time the cycles have
     */
    BoxLoop(Supplier<Findings> judged, Face face, Supplier<Optional<Brief>> briefs, Told told,
            CardState card,
            Supplier<Link> link, LongSupplier millis) {
        this.judged = judged;
        this.face = face;
        this.briefs = briefs;
        this.told = told;
        this.card = card;
        this.link = link;
        this.millis = millis;
    }

    void turn(Cycle cycle) {
        told.recorded(cycle.found(), !card.isFull());
        BoxState state = BoxState.of(cycle.at(), cycle.seen().with(face.faults()), judged.get(),
                card.at(cycle.at()));
        tell(state.seen().faults());
        history.add(state);
        foresee(state);
        turnedMillis = millis.getAsLong();
        latest = state;
        face.turn(state, () -> forecast.map(Forecast::atLeast).filter(time -> time.compareTo(Duration.ZERO) > 0));
    }

    /** To the service and to whoever reads the machine's log; who stands at the box is told by the state. */
    private void tell(Map<String, ProbeFault> now) {
        now.forEach((part, fault) -> {
            if (fault != faults.get(part)) {
                LOG.warn("part at fault part={} fault={}", part, fault.code());
                told.tell(new Event.PartFault(part, Optional.of(fault)));
            }
        });
        faults.keySet().stream().filter(part -> !now.containsKey(part))
                .forEach(part -> {
                    LOG.info("part works again part={}", part);
                    told.tell(new Event.PartFault(part, Optional.empty()));
                });
        faults = now;
    }

    private void foresee(BoxState state) {
        long now = state.at().monotonicMillis();
        if (trendMillis != Long.MIN_VALUE && now - trendMillis < TREND_EVERY_MILLIS) {
            return;
        }
        trendMillis = now;
        forecast = state.shown().filter(shown -> !shown.old()).flatMap(shown -> {
            if (!Optional.of(shown.probe().value()).equals(probe)) {
                probe = Optional.of(shown.probe().value());
                trend = Optional.empty();
            }
            Trend after = Trend.step(trend, shown.millis() / 1_000.0, shown.temperature().milliCelsius() / 1_000.0);
            trend = Optional.of(after);
            Seen.Tip tip = state.seen().probes().get(shown.probe());
            return tip == null ? Optional.empty() : Forecast.of(after, tip.lowest(), tip.highest());
        });
    }

    Face face() {
        return face;
    }

    @Override
    public Optional<BoxState> latest() {
        return Optional.ofNullable(latest);
    }

    @Override
    public boolean isFresh() {
        return latest != null && millis.getAsLong() - turnedMillis <= BoxState.STALE.toMillis();
    }

    @Override
    public Optional<Forecast> forecast() {
        return forecast;
    }

    @Override
    public List<History.Point> history() {
        return history.points();
    }

    @Override
    public Sounding sounding() {
        return face.sounding();
    }

    @Override
    public Link link() {
        return link.get();
    }

    @Override
    public Optional<Brief> brief() {
        return briefs.get();
    }

    @Override
    public long nowMillis() {
        return millis.getAsLong();
    }

    /** Of a turn of long ago there is nothing to answer, and a loop that hangs may hold the face. */
    @Override
    public void answer() {
        latest().filter(_ -> isFresh()).ifPresent(face::answer);
    }

    @Override
    public void quiet() {
        latest().filter(_ -> isFresh()).ifPresent(face::quiet);
    }

    @Override
    public void memorySeen() {
        card.seen();
    }

    @Override
    public boolean record(List<Event> events) {
        // A start that waits in memory would begin to run unseen when there is room again.
        return !card.isFull() && told.record(events, LONGEST_RECORDING);
    }
}

package org.gardefroid.edge.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.History;
import org.gardefroid.edge.face.Sounding;
import org.gardefroid.edge.forecast.Forecast;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.vaccines.ExampleProfiles;

/** A box that says what a test wants, and remembers what it was told. */
final class FakeBox implements Box {

    BoxState state = States.quiet().state();
    List<String> lots = List.of();
    List<Brief.LabelledVial> vials = List.of();
    boolean fresh = true;
    boolean memorySeen;
    Link link = Link.NONE;
    long millis = States.TEN_MILLIS;
    Sounding sounding = Sounding.SILENT;
    final History history = new History();
    final List<Event> told = new ArrayList<>();

    void shows(States states) {
        state = states.state();
    }

    /** Up to now, a reading a minute: the lid is opened now and then. */
    void sixHours() {
        for (int minute = 360; minute > 0; minute--) {
            history.add(States.quiet().measuring(4.2 + minute % 45 / 30.0).later(Duration.ofMinutes(-minute)).state());
        }
    }

    @Override
    public Optional<BoxState> latest() {
        return Optional.of(state);
    }

    @Override
    public boolean isFresh() {
        return fresh;
    }

    @Override
    public Optional<Forecast> forecast() {
        return state.shown().map(shown -> shown.temperature().milliCelsius() > 8_000
                ? new Forecast(Duration.ZERO, Optional.of(Duration.ZERO), true)
                : new Forecast(Duration.ofMinutes(80), Optional.of(Duration.ofMinutes(150)), true));
    }

    @Override
    public List<History.Point> history() {
        return history.points();
    }

    @Override
    public Sounding sounding() {
        return sounding;
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public Optional<Brief> brief() {
        return Optional.of(new Brief(Duration.ofMinutes(1), List.of(),
                List.of(new Brief.Profile(new ProductId("priorix"),
                        ExampleProfiles.document(ExampleProfiles.PRIORIX))),
                lots, vials));
    }

    @Override
    public long nowMillis() {
        return millis;
    }

    @Override
    public void answer() {
        sounding = sounding.answer(state, state.at().monotonicMillis());
    }

    @Override
    public void quiet() {
        sounding = sounding.quiet(state.at().monotonicMillis());
    }

    @Override
    public void memorySeen() {
        memorySeen = true;
    }

    @Override
    public boolean record(List<Event> events) {
        if (!state.card().isFull()) {
            told.addAll(events);
        }
        return !state.card().isFull();
    }
}

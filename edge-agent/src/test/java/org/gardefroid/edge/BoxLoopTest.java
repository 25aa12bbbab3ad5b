package org.gardefroid.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Findings;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.Face;
import org.gardefroid.edge.face.Front;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.page.Link;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoxLoopTest {

    private final BoxState state = States.quiet().state();
    private final Told told = new Told();
    private final BoxLoop loop = new BoxLoop(() -> Findings.NONE,
            new Face(Front.of(Optional.empty(), Optional.empty(), Optional.empty()),
                    Texts.in(Locale.FRENCH, Texts.USUAL_ZONE)),
            Optional::empty, told, new CardState(new LostMemory(Path.of("none"), false, "?"), Set.of()),
            () -> Link.NONE, () -> 0);

    @Test
    void aPartAtFaultIsShownAtOnceAndToldOnceAndToldAgainWhenItWorks() {
        turn(Map.of("power", ProbeFault.DISCONNECTED));
        turn(Map.of("power", ProbeFault.DISCONNECTED));
        assertThat(loop.latest().orElseThrow().concerns()).extracting(Concern::kind)
                .contains(Concern.Kind.PART_FAULT);
        turn(Map.of());

        assertThat(told.toldSinceLastAsked()).containsExactly(
                new Event.PartFault("power", Optional.of(ProbeFault.DISCONNECTED)),
                new Event.PartFault("power", Optional.empty()));
    }

    private void turn(Map<String, ProbeFault> faults) {
        Seen seen = state.seen().with(faults);
        loop.turn(new Cycle(state.at(), List.of(), seen, Optional.empty(), 0));
    }
}

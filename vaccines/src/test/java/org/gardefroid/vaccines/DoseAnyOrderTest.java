package org.gardefroid.vaccines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gardefroid.telemetry.VialStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.Doses.clock;
import static org.gardefroid.vaccines.Doses.fresh;
import static org.gardefroid.vaccines.Doses.handled;
import static org.gardefroid.vaccines.Doses.tick;

/** What was done with a vial is the same in whatever order it is heard of. */
class DoseAnyOrderTest {

    private static final double EVENING = 700;

    @Provide
    Arbitrary<List<DoseInput>> days() {
        return Combinators.combine(Arbitraries.integers().between(0, 600), Arbitraries.of(VialStep.class))
                .as((minute, step) -> handled(minute, step)).list().ofMaxSize(8);
    }

    private static DoseState inOrder(List<DoseInput> day) {
        DoseState state = fresh();
        for (DoseInput input : day) {
            state = clock().step(state, input).state();
        }
        return clock().step(state, tick(EVENING)).state();
    }

    @Property(tries = 100)
    void shuffledDoubledAndWithTicksBetween(@ForAll("days") List<DoseInput> day, @ForAll Random random) {
        List<DoseInput> mixed = new ArrayList<>(day);
        mixed.addAll(day.subList(0, day.size() / 2));
        mixed.add(tick(random.nextInt((int) EVENING)));
        Collections.shuffle(mixed, random);
        DoseState state = inOrder(mixed);
        assertThat(state).isEqualTo(inOrder(day));
        assertThat(Verdict.of(clock(), state, false)).isEqualTo(Verdict.of(clock(), inOrder(day), false));
    }

    @Property(tries = 100)
    void whoeverIsWokenWhenTheClockAsksHearsOfTheEnd(@ForAll("days") List<DoseInput> day) {
        DoseState state = fresh();
        List<DoseFinding> told = new ArrayList<>();
        for (DoseInput input : day) {
            DoseStep step = clock().step(state, input);
            state = step.state();
            told.addAll(step.findings());
        }
        for (Optional<java.time.Instant> wake = clock().wakeAt(state); wake.isPresent(); wake = clock().wakeAt(state)) {
            DoseStep step = clock().step(state, new DoseInput.Tick(wake.get()));
            assertThat(step.state().now()).isEqualTo(wake.get());
            state = step.state();
            told.addAll(step.findings());
        }
        if (clock().status(state) instanceof DoseStatus.Over(Deadline deadline)) {
            // Told once: a deadline that proves to have been earlier still is set, and over already.
            assertThat(told).anyMatch(DoseFinding.TimeOver.class::isInstance)
                    .contains(new DoseFinding.DeadlineSet(deadline));
        } else {
            assertThat(clock().status(state)).isInstanceOfAny(DoseStatus.NotStarted.class, DoseStatus.Finished.class,
                    DoseStatus.FigureMissing.class);
        }
    }
}

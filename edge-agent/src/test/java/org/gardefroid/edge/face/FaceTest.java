package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.States;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaceTest {

    private static final Texts FRENCH = Texts.in(Locale.FRENCH, Texts.USUAL_ZONE);
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH, Texts.USUAL_ZONE);

    private final List<String> light = new ArrayList<>();
    private final List<String> display = new ArrayList<>();
    private final Face face = new Face(Front.of(Optional.of(new StatusLight() {
        @Override
        public void pulse(Colour colour) {
            light.add(colour.name());
        }

        @Override
        public void dark() {
            light.add("dark");
        }
    }), Optional.empty(), Optional.of(lines -> {
        display.clear();
        display.addAll(lines);
    })), FRENCH);

    @Test
    void theLightIsPulsedOnceByEachTurnOfTheLoopAndByNothingElse() {
        turn(States.quiet());
        turn(States.quiet());
        turn(States.quiet().lidOpen());
        turn(States.quiet().tooWarm(Severity.CRITICAL));
        turn(States.quiet().withoutTime());
        turn(States.quiet().withoutRules());

        assertThat(light).containsExactly("GREEN", "GREEN", "AMBER", "RED", "AMBER", "dark");
    }

    @Test
    void theDisplayShowsWordTimeTemperatureNextVialAndWhatIsTheMatter() {
        turn(States.quiet().vial(3, Duration.ofMinutes(27)).lidOpen());

        assertThat(display).containsExactly("ATTENTION   10:00:00", "4,6 °C  tient 1 h 20", "flacon 3 : 27 min",
                "couvercle ouvert");
    }

    @Test
    void aSyringeHasItsOwnLineAndNothingOfItIsCutOff() {
        turn(States.quiet().vial(3, Duration.ofHours(2)).syringe(12, 3, Duration.ofMinutes(80)));
        assertThat(display.get(2)).isEqualTo("seringue 12 : 1 h 20");

        turn(States.quiet().vial(3, Duration.ofHours(2)).syringe(12, 3, Duration.ofMinutes(-1)));
        assertThat(display.getFirst()).startsWith("ALERTE");
        assertThat(display.getLast()).isEqualTo("seringue 12 : FINI");
    }

    @Test
    void anOldTemperatureStandsBesideItsOwnTime() {
        turn(States.quiet().silentFor(Duration.ofMinutes(5)));

        assertThat(display.get(1)).isEqualTo("4,6 °C         09:55");
    }

    @Test
    void withoutATimeNoVialHasMinutesLeftAndNothingIsCutOff() {
        turn(States.quiet().vialOfUnknownTime(3).withoutTime());

        assertThat(display).startsWith("ALERTE     +10:00:00", "4,6 °C  tient 1 h 20", "flacons : durée ?");
        turn(States.quiet().withoutTime());
        assertThat(display).endsWith("surveillé sans heure");
    }

    @Test
    void whenTheAgentEndsItIsDarkAndSaysThatNobodyWatches() {
        turn(States.quiet());
        face.off();

        assertThat(light).endsWith("dark");
        assertThat(display).containsExactly("NON SURVEILLÉ");
    }

    @Test
    void aDisplayThatTheLoopTellsNoMoreSaysByItselfThatNobodyWatchesAndWhatToDo() throws InterruptedException {
        BlockingQueue<List<String>> pictures = new LinkedBlockingQueue<>();
        Face face = new Face(Front.of(Optional.empty(), Optional.empty(), Optional.of(pictures::add)), FRENCH,
                Duration.ofMillis(200));
        List<String> unwatched = List.of("NON SURVEILLÉ", "jugement arrêté", "lisez un thermomètre",
                "appelez la pharmacie");

        assertThat(pictures.poll()).as("before the first turn").isEqualTo(unwatched);
        for (int turn = 0; turn < 2; turn++) { // the loop may come back, and hang again
            face.turn(States.quiet().state(), Optional::empty);
            assertThat(pictures.poll()).isNotNull().first().asString().startsWith("BON");
            assertThat(pictures.poll(20, TimeUnit.SECONDS)).isEqualTo(unwatched);
        }
        assertThat(unwatched).allMatch(line -> line.length() <= TextDisplay.COLUMNS);
    }

    @Test
    void aDisplayIsHeldByNoTurnThatHangsInsideTheFace() throws InterruptedException {
        BlockingQueue<List<String>> pictures = new LinkedBlockingQueue<>();
        CountDownLatch stuck = new CountDownLatch(1);
        Face face = new Face(Front.of(Optional.empty(), Optional.empty(), Optional.of(pictures::add)), FRENCH,
                Duration.ofMillis(200));
        face.turn(States.quiet().state(), Optional::empty);
        Thread.ofPlatform().daemon().start(() -> face.turn(States.quiet().state(), () -> {
            try {
                stuck.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }));

        assertThat(pictures.poll()).first().asString().startsWith("NON");
        assertThat(pictures.poll()).first().asString().startsWith("BON");
        assertThat(pictures.poll(20, TimeUnit.SECONDS)).isNotNull().first().asString().startsWith("NON");
        stuck.countDown();
    }

    @Test
    void aPartThatFailsIsNamedAndStopsNothing() {
        AtomicBoolean isThere = new AtomicBoolean();
        Face broken = new Face(Front.of(Optional.of(new StatusLight() {
            @Override
            public void pulse(Colour colour) {
                if (!isThere.get()) {
                    throw new IllegalStateException("no such pin");
                }
            }

            @Override
            public void dark() {}
        }), Optional.empty(), Optional.of(display::addAll)), FRENCH);
        broken.turn(States.quiet().state(), Optional::empty);

        assertThat(broken.faults()).containsOnly(Map.entry("light", ProbeFault.DISCONNECTED));
        assertThat(display).isNotEmpty();
        isThere.set(true);
        broken.turn(States.quiet().state(), Optional::empty);
        assertThat(broken.faults()).isEmpty();
    }

    @Test
    void theAnswerButtonIsTheAnswerOfThePage() {
        AtomicInteger presses = new AtomicInteger();
        List<Integer> played = new ArrayList<>();
        Face pressed = new Face(new Front(Optional.empty(), Optional.of(beeps -> played.add(beeps.size())),
                Optional.empty(), Optional.empty(), Optional.of(() -> presses.getAndSet(0)), Optional.empty()), FRENCH);
        presses.set(1);
        pressed.turn(States.quiet().tooWarm(Severity.CRITICAL).state(), Optional::empty);

        assertThat(played).isEmpty();
        pressed.turn(States.quiet().tooWarm(Severity.CRITICAL).later(Sounding.ANSWER_LASTS.plusSeconds(1)).state(),
                Optional::empty);
        assertThat(played).hasSize(1);
    }

    @Test
    void bothLanguagesSayEverything() {
        assertThat(new TreeSet<>(ENGLISH.bundle().keySet())).isEqualTo(new TreeSet<>(FRENCH.bundle().keySet()));
        for (Concern.Kind kind : Concern.Kind.values()) {
            for (String part : List.of("concern.", "do.", "display.")) {
                assertThat(FRENCH.has(part + kind.code())).as(part + kind.code()).isTrue();
            }
            assertThat(FRENCH.say("display." + kind.code(), 99).length()).isLessThanOrEqualTo(TextDisplay.COLUMNS);
            assertThat(ENGLISH.say("display." + kind.code(), 99).length()).isLessThanOrEqualTo(TextDisplay.COLUMNS);
        }
    }

    private void turn(States states) {
        BoxState state = states.state();
        face.turn(state, () -> Optional.of(Duration.ofMinutes(80)));
    }
}

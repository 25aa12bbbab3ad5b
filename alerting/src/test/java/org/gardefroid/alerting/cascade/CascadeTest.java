package org.gardefroid.alerting.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gardefroid.alerting.cascade.CascadeStep.Summons;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CascadeTest {

    private static final Instant RAISED = Instant.parse("2026-11-22T23:41:00Z");

    private final Cascade cascade = new Cascade(
            List.of(step(0, "camille"), step(5, "sam"), step(15, "yann")), Duration.ofMinutes(10));

    private static CascadeStep step(int waitMinutes, String... people) {
        return new CascadeStep(Duration.ofMinutes(waitMinutes), Arrays.stream(people)
                .map(person -> new Call(new Addressee.Named(person), Channel.SMS, Hours.ALWAYS)).toList());
    }

    private static Instant at(int minute) {
        return RAISED.plus(Duration.ofMinutes(minute));
    }

    private static List<Told> told(int... minutes) {
        return IntStream.range(0, minutes.length)
                .mapToObj(i -> new Told(at(minutes[i]), Math.min(i + 1, 3), true)).toList();
    }

    private static final Standing UNANSWERED = new Standing(RAISED, false, false, Optional.empty());
    private static final Standing ANSWERED = new Standing(RAISED, true, false, Optional.empty());
    private static final Standing SETTLED = new Standing(RAISED, false, true, Optional.empty());

    private static Next.Tell tell(int telling, int step) {
        return new Next.Tell(telling, step, false);
    }

    @Test
    void theFirstStepIsToldAtOnce() {
        assertThat(cascade.next(UNANSWERED, told(), at(0))).isEqualTo(tell(1, 1));
    }

    @Test
    void theNextIsToldOnceTheWaitForAnAnswerHasPassed() {
        assertThat(cascade.next(UNANSWERED, told(0), at(4))).isEqualTo(new Next.Wait(at(5)));
        assertThat(cascade.next(UNANSWERED, told(0), at(5))).isEqualTo(tell(2, 2));
        assertThat(cascade.next(UNANSWERED, told(0, 5), at(20))).isEqualTo(tell(3, 3));
    }

    @Test
    void theLastIsToldAgainUntilSomebodyAnswers() {
        assertThat(cascade.next(UNANSWERED, told(0, 5, 20), at(29))).isEqualTo(new Next.Wait(at(30)));
        assertThat(cascade.next(UNANSWERED, told(0, 5, 20), at(30))).isEqualTo(tell(4, 3));
        assertThat(cascade.next(UNANSWERED, told(0, 5, 20, 30, 40, 50), at(60))).isEqualTo(tell(7, 3));
        assertThat(cascade.next(ANSWERED, told(0, 5, 20, 30), at(99))).isEqualTo(new Next.Rest());
    }

    @Test
    void whereTheLastFindsNobodyWhoeverWasReachedBeforeIsToldAgain() {
        List<Told> night = List.of(new Told(at(0), 1, true), new Told(at(5), 2, true), new Told(at(20), 3, false));
        assertThat(cascade.next(UNANSWERED, night, at(20))).isEqualTo(tell(4, 2));

        List<Told> toldAgain = Stream.concat(night.stream(), Stream.of(new Told(at(20), 2, true))).toList();
        assertThat(cascade.next(UNANSWERED, toldAgain, at(29))).isEqualTo(new Next.Wait(at(30)));
        assertThat(cascade.next(UNANSWERED, toldAgain, at(30))).as("somebody may be there now").isEqualTo(tell(5, 3));
        List<Told> gone = Stream.concat(night.stream(), Stream.of(new Told(at(20), 2, false))).toList();
        assertThat(cascade.next(UNANSWERED, gone, at(20))).as("never in a circle").isEqualTo(new Next.Wait(at(30)));
    }

    @Test
    void anAnswerStopsItAtAnyStep() {
        assertThat(cascade.next(ANSWERED, told(), at(0))).isEqualTo(new Next.Rest());
        assertThat(cascade.next(ANSWERED, told(0, 5), at(99))).isEqualTo(new Next.Rest());
    }

    @Test
    void whatGrowsWorseStartsAnewFromTheFirstStep() {
        Standing worse = new Standing(at(30), false, false, Optional.empty());
        assertThat(cascade.next(worse, told(), at(30))).isEqualTo(tell(1, 1));
    }

    @Test
    void whatIsOverBeforeAnybodyWasToldIsStillTold() {
        assertThat(cascade.next(SETTLED, told(), at(0))).isEqualTo(tell(1, 1));
        assertThat(cascade.next(SETTLED, told(0), at(5))).as("and nobody else is woken for it")
                .isEqualTo(new Next.Rest());
    }

    @Test
    void whatIsOverAndLeavesSomethingToDecideGoesOnUntilItIsAnswered() {
        assertThat(cascade.next(UNANSWERED, told(0), at(5))).isEqualTo(tell(2, 2));
    }

    @Test
    void afterAStandstillNoStepIsPassedOver() {
        assertThat(cascade.next(UNANSWERED, told(0), at(300))).isEqualTo(tell(2, 2));
        assertThat(cascade.next(UNANSWERED, told(0, 300), at(301))).isEqualTo(new Next.Wait(at(315)));
    }

    @Test
    void aSnoozeEndsByItself() {
        Standing snoozed = new Standing(RAISED, false, false, Optional.of(at(30)));
        assertThat(cascade.next(snoozed, told(0), at(10))).isEqualTo(new Next.Wait(at(30)));
        assertThat(cascade.next(snoozed, told(0), at(30))).isEqualTo(tell(2, 2));
        assertThat(cascade.next(snoozed, told(0, 30), at(40))).isEqualTo(new Next.Wait(at(45)));
    }

    @Test
    void aStepThatFindsNobodyFallsToTheNextAtOnce() {
        List<Told> nobody = List.of(new Told(at(0), 1, false));
        assertThat(cascade.next(UNANSWERED, nobody, at(0))).isEqualTo(tell(2, 2));
    }

    @Test
    void ifNoStepFindsAnybodyTheLastIsForWhoeverMayAnswer() {
        List<Told> nobody = List.of(new Told(at(0), 1, false), new Told(at(0), 2, false));
        assertThat(cascade.next(UNANSWERED, nobody, at(0))).isEqualTo(new Next.Tell(3, 3, true));
        List<Told> still = List.of(nobody.get(0), nobody.get(1), new Told(at(0), 3, false));
        assertThat(cascade.next(UNANSWERED, still, at(9))).isEqualTo(new Next.Wait(at(10)));
        assertThat(cascade.next(UNANSWERED, still, at(10))).isEqualTo(new Next.Tell(4, 3, true));
    }

    @Test
    void openingHoursChooseWhomToTell() {
        CascadeStep step = new CascadeStep(Duration.ZERO, List.of(
                new Call(new Addressee.Named("camille"), Channel.MAIL, Hours.OPEN),
                new Call(new Addressee.OnCall("nights"), Channel.VOICE, Hours.CLOSED)));
        Map<String, Rota> rotas = Map.of("nights",
                new Rota(List.of(new Duty("sam", at(0), at(600), Duty.Kind.REGULAR))));

        assertThat(step.reach(rotas, true, at(1)).summons()).containsExactly(new Summons("camille", Channel.MAIL));
        assertThat(step.reach(rotas, false, at(1)).summons()).containsExactly(new Summons("sam", Channel.VOICE));
        assertThat(step.reach(rotas, true, at(700)).unmanned()).as("nobody asked for the rota").isEmpty();
        assertThat(step.reach(rotas, false, at(700)).unmanned()).containsExactly("nights");
    }

    @Test
    void whoIsNamedAndOnCallIsToldOnce() {
        CascadeStep step = new CascadeStep(Duration.ZERO, List.of(
                new Call(new Addressee.Named("sam"), Channel.SMS, Hours.ALWAYS),
                new Call(new Addressee.OnCall("nights"), Channel.SMS, Hours.ALWAYS)));
        Map<String, Rota> rotas = Map.of("nights",
                new Rota(List.of(new Duty("sam", at(0), at(600), Duty.Kind.REGULAR))));
        assertThat(step.reach(rotas, true, at(1)).summons()).hasSize(1);
    }

    @Test
    void aCascadeWithoutStepsAWaitOrAPauseIsRefusedWithItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cascade(List.of(), Cascade.AGAIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cascade(List.of(step(0)), Duration.ZERO))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> step(-1)).withMessageContaining("PT-1M");
    }

    /** A service that is asked at random moments, dies before or after its commit, and stands still for hours. */
    private List<Integer> stepsDone(Random random, int minutes, Optional<Integer> answeredAfter, List<Told> rows) {
        List<Integer> done = new ArrayList<>();
        for (int minute = 0; minute <= minutes; minute += random.nextInt(20) == 0 ? 120 : 1) {
            boolean isAnswered = answeredAfter.isPresent() && minute >= answeredAfter.get();
            boolean isKilledBeforeTheCommit = random.nextInt(3) == 0;
            if (cascade.next(isAnswered ? ANSWERED : UNANSWERED, rows, at(minute)) instanceof Next.Tell tell
                    && !isKilledBeforeTheCommit) {
                assertThat(tell.telling()).isEqualTo(rows.size() + 1);
                rows.add(new Told(at(minute), tell.step(), random.nextInt(4) > 0));
                done.add(tell.step());
            }
        }
        return done;
    }

    @Property(tries = 300)
    void killedAndStoppedAtAnyInstantEachStepIsDoneInItsOrderAndTheLastOneEverAfter(@ForAll long seed) {
        List<Told> rows = new ArrayList<>();
        List<Integer> done = stepsDone(new Random(seed), 2_000, Optional.empty(), rows);

        assertThat(done).startsWith(1, 2, 3).hasSizeGreaterThan(5);
        for (int i = 3; i < done.size(); i++) {
            boolean wasForNobody = done.get(i - 1) == 3 && !rows.get(i - 1).reached()
                    && rows.subList(0, i).stream().anyMatch(Told::reached);
            assertThat(wasForNobody || done.get(i) == 3).isTrue();
        }
        for (int i = 1; i < rows.size(); i++) {
            boolean isAfterNobody = rows.get(i - 1).step() == 3 && !rows.get(i - 1).reached()
                    && rows.subList(0, i).stream().anyMatch(Told::reached);
            Duration least = i >= 3
                    ? isAfterNobody ? Duration.ZERO : Duration.ofMinutes(10)
                    : rows.get(i - 1).reached() ? cascade.steps().get(i).patience() : Duration.ZERO;
            assertThat(Duration.between(rows.get(i - 1).at(), rows.get(i).at())).isGreaterThanOrEqualTo(least);
        }
    }

    @Property(tries = 300)
    void onceAnsweredNobodyIsToldAnyMore(@ForAll long seed, @ForAll @IntRange(max = 500) int answeredAfter) {
        List<Told> rows = new ArrayList<>();
        stepsDone(new Random(seed), 1_000, Optional.of(answeredAfter), rows);
        assertThat(rows).allMatch(told -> told.at().isBefore(at(answeredAfter)));
    }

    @Property(tries = 300)
    void whoeverWaitsForWhatItSaysFindsItDueThen(@ForAll long seed) {
        Random random = new Random(seed);
        List<Told> rows = new ArrayList<>();
        Instant now = at(0);
        for (int i = 0; i < 30; i++) {
            Optional<Instant> quiet = random.nextBoolean() ? Optional.empty() : Optional.of(now.plusSeconds(600));
            switch (cascade.next(new Standing(RAISED, false, false, quiet), rows, now)) {
                case Next.Tell tell -> rows.add(new Told(now, tell.step(), random.nextBoolean()));
                case Next.Wait(Instant until) -> {
                    assertThat(until).isAfter(now);
                    now = until;
                    assertThat(cascade.next(UNANSWERED, rows, now)).isInstanceOf(Next.Tell.class);
                }
                case Next.Rest rest -> throw new AssertionError("nobody has answered");
            }
        }
    }
}

package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Countdown;
import org.gardefroid.vaccines.Deadline;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Ground.Code;

/** Judges one container by one profile. */
final class ContainerJudge {

    private static final String LABEL_EXPIRY = "label-expiry";

    private final Custody custody;
    private final Readings readings;
    private final Life life;
    private final Mission.Question question;
    private final ProductProfile profile;
    private final List<Start> starts;
    private final List<Handling> handlings;
    private final List<Segment> segments;
    private final Openings openings;
    private final Instant end;
    private final List<Ground> grounds = new ArrayList<>();
    private final List<Due> dues = new ArrayList<>();

    ContainerJudge(
            Custody custody, Readings readings, Life life, Mission.Question question, ProductProfile profile) {
        this.custody = custody;
        this.readings = readings;
        this.life = life;
        this.question = question;
        this.profile = profile;
        this.starts = custody.starts(life);
        this.handlings = starts.stream().filter(Start::counts)
                .flatMap(start -> start.at().stream().map(at -> new Handling(at, start.step()))).sorted().toList();
        this.end = life.finished().map(Moment::when).filter(question.now()::isAfter).orElse(question.now());
        this.segments = segments();
        this.openings = life.openings();
    }

    private List<Segment> segments() {
        List<Segment> all = new ArrayList<>();
        List<Instant> cuts = handlings.stream().map(Handling::at).toList();
        List<Stay> stays = life.stays();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean isLast = i == stays.size() - 1 || stays.get(i + 1).from().isAfter(end);
            Instant to = isLast ? end : stays.get(i + 1).from();
            if (!stay.from().isAfter(end) && (to.isAfter(stay.from()) || isLast)) {
                all.addAll(readings.segments(stay.place(), stay.from(), to, cuts, isLast));
            }
        }
        return all;
    }

    Judgement judgeUnknown() {
        grounds.add(Ground.of(Code.NO_PROFILE, life.label().product().map(Object::toString)
                .or(() -> life.label().gtin().map(Object::toString)).orElse("?"), life.container().name()));
        return judgement(List.of(), List.of(), false);
    }

    /** @param open whether nobody has said which of several products it is */
    Judgement judge(boolean open) {
        // A box that does not know the time cannot tell whether that of the signature has come: then it is the time that holds.
        boolean isSigned = profile.isSignedBy(question.now())
                || profile.validation().isPresent() && isTimeUnknown();
        Thawing thawing = Thawing.of(handlings, segments, end);
        Countdown countdown = Countdown.of(profile, thawing.clocks());
        List<BudgetUse> budgets = profile.storage().budgets().stream()
                .map(budget -> BudgetUse.of(budget, profile.storage(), openings, segments, handlings)).toList();
        if (isSigned) {
            clocks(countdown);
            budgets.forEach(this::budget);
            grounds.addAll(BandWatch.grounds(profile, handlings, thawing.states(), openings, segments));
            grounds.addAll(Limits.grounds(profile, openings.known(), segments, end));
        } else {
            grounds.add(Ground.of(Code.PROFILE_NOT_SIGNED, profile.revision(), Ground.contact(profile)));
            life.label().expiry().ifPresent(this::label);
        }
        if (open) {
            grounds.add(Ground.of(Code.PRODUCT_NOT_CHOSEN));
        }
        return judgement(countdown.deadlines(), isSigned ? budgets : List.of(), isSigned);
    }

    private void clocks(Countdown countdown) {
        countdown.missing().stream().distinct()
                .forEach(step -> grounds.add(Ground.missing(profile, "in-use-" + step.code())));
        countdown.deadlines().forEach(deadline -> over(due(deadline), Code.IN_USE_TIME_OVER));
        life.label().expiry().ifPresent(this::label);
        if (isTimeUnknown()) {
            grounds.add(Ground.of(Code.TIME_UNKNOWN));
        }
    }

    private boolean isTimeUnknown() {
        boolean runs = starts.stream().anyMatch(Start::counts);
        return life.hasUndated() || runs && custody.isTimeUnknown(life);
    }

    private static Due due(Deadline deadline) {
        return new Due(deadline.at(), deadline.by().code());
    }

    private void label(Instant expiry) {
        over(new Due(expiry, LABEL_EXPIRY), Code.LABEL_EXPIRED);
    }

    private void over(Due due, Code code) {
        dues.add(due);
        if (!due.at().isAfter(end)) {
            grounds.add(Ground.since(code, due.at(), due.by(), due.at()));
        }
    }

    private void budget(BudgetUse use) {
        String name = use.budget().name();
        if (use.budget().allowance().isEmpty()) {
            if (use.spent().most().isPositive()) {
                grounds.add(Ground.missing(profile, "budget-" + name));
            }
            return;
        }
        var called = new BudgetName(use.budget());
        Duration allowance = use.budget().allowance().get();
        if (use.surelyAt().isPresent()) {
            grounds.add(Ground.since(Code.BUDGET_SPENT, use.surelyAt().get(), called, allowance));
        } else if (use.perhapsAt().isPresent()) {
            grounds.add(Ground.since(Code.BUDGET_PERHAPS_SPENT, use.perhapsAt().get(), called, allowance,
                    use.spent().least(), use.spent().most()));
        }
        use.perhapsAt().or(() -> forecast(use)).ifPresent(at -> dues.add(new Due(at, "budget:" + name)));
    }

    /** When it will be spent if it stays as it is: what is not observed now is taken for the worst. */
    private Optional<Instant> forecast(BudgetUse use) {
        if (!use.goesOn() || life.finished().isPresent() || life.stays().isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> seen = question.forecast().map(Span::of)
                .or(() -> readings.lately(life.stays().getLast().place(), end));
        boolean spends = seen.map(span -> span.isPerhaps(
                temperature -> profile.storage().spends(use.budget(), temperature))).orElse(true);
        return spends ? use.left().map(left -> end.plus(left.least())) : Optional.empty();
    }

    private Judgement judgement(List<Deadline> countdown, List<BudgetUse> budgets, boolean isSigned) {
        if (life.isMixedUp()) {
            grounds.add(Ground.of(Code.MIXED_UP));
        }
        Doses.ground(custody, life, profile).ifPresent(grounds::add);
        voidedDrawing().ifPresent(start -> grounds.add(Ground.since(Code.DRAWING_VOIDED, start.when())));
        life.finished().ifPresent(moment -> grounds.add(Ground.since(Code.FINISHED, moment.when())));
        toDestroy(life).ifPresent(signed -> grounds.add(Ground.since(Code.SIGNED_TO_DESTROY, signed.at(), signed.by(),
                signed.at())));
        starts.stream().filter(start -> !start.counts()).forEach(start -> start.voided().ifPresent(
                why -> grounds.add(Ground.since(Code.START_VOIDED, why.when(), start.step().code(), start.when(),
                        why.by().orElse("-"), why.reason()))));
        // Of what is not to be used anyhow, nobody has to read the label.
        if (life.label().expiry().isEmpty() && ruling(isSigned) == Ruling.USABLE) {
            grounds.add(Ground.of(Code.EXPIRY_UNSAID));
        }
        dues.sort(Due.EARLIEST);
        List<Due> ends = Stream.concat(countdown.stream().map(ContainerJudge::due),
                life.label().expiry().map(expiry -> new Due(expiry, LABEL_EXPIRY)).stream()).sorted(Due.EARLIEST)
                .toList();
        return new Judgement(life.container(), life.from().map(Life::container), ruling(isSigned), question.now(),
                profileKnown(), List.copyOf(grounds),
                List.copyOf(dues), ends, Exposure.of(openings.spent(), segments), budgets, life.stays(), starts,
                Givens.of(custody, life), decisions(life), List.copyOf(segments));
    }

    /** Of a syringe that nothing was drawn into, by what is recorded: what it holds nobody knows. */
    private Optional<Start> voidedDrawing() {
        List<Start> drawings = starts.stream().filter(start -> start.step() == VialStep.DRAWN_UP
                && start.container().equals(life.container())).toList();
        return life.container().kind() == ContainerId.Kind.SYRINGE && drawings.stream().noneMatch(Start::counts)
                ? drawings.stream().findFirst()
                : Optional.empty();
    }

    private Ruling ruling(boolean isSigned) {
        Ruling worst = grounds.stream().map(ground -> ground.code().leadsTo()).max(Comparator.naturalOrder())
                .orElse(Ruling.USABLE);
        // What is finished, or may be another product, is not merely too late; nor does an unsigned profile count.
        boolean isDoubtful = life.isMixedUp() || life.finished().isPresent() || voidedDrawing().isPresent()
                || !isSigned && grounds.stream().noneMatch(ground -> ground.code() == Code.LABEL_EXPIRED);
        return worst == Ruling.TIME_OVER && isDoubtful ? Ruling.ISOLATE : worst;
    }

    private Optional<ProductProfile> profileKnown() {
        return profile.equals(Shelf.UNKNOWN) ? Optional.empty() : Optional.of(profile);
    }

    /** What was last signed of it counts for what is drawn or opened of it, too, unless that was signed by itself. */
    private static Optional<Judgement.Signed> toDestroy(Life life) {
        List<Judgement.Signed> signed = decisions(life);
        return signed.isEmpty()
                ? life.from().flatMap(ContainerJudge::toDestroy)
                : Optional.of(signed.getLast()).filter(last -> last.decision() == Happening.Decision.DESTROY);
    }

    private static List<Judgement.Signed> decisions(Life life) {
        List<Judgement.Signed> signed = new ArrayList<>();
        for (Moment moment : life.moments()) {
            if (moment.event()
                    .what() instanceof Happening.Decided(var container, var label, var decision, var reason)) {
                signed.add(new Judgement.Signed(moment.when(), decision, moment.event().by().orElse("-"), reason));
            }
        }
        return List.copyOf(signed);
    }
}

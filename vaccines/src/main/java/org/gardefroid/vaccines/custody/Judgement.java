package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.vaccines.DoseStage;
import org.gardefroid.vaccines.ProductProfile;

/**
 * What is said of a container, and all that it follows from.
 *
 * @param from what it was taken from: a vial's lot, a syringe's vial, the lot that a part was split from
 * @param judgedBy the profile; none is known of some products
 * @param dues every deadline that applies, the earliest first; none that an unsigned profile would give
 * @param countdown the end of each clock that runs and of the label, whoever signed the profile: where nobody did, it
 *     allows nothing, but once it is over that is told all the same
 * @param budgets none where the profile is unsigned
 * @param stays where it was, and where it is
 * @param starts its clocks, those taken back as well
 * @param segments its life in each place, as far as it is known
 */
public record Judgement(
        ContainerId container,
        Optional<ContainerId> from,
        Ruling ruling,
        Instant now,
        Optional<ProductProfile> judgedBy,
        List<Ground> grounds,
        List<Due> dues,
        List<Due> countdown,
        Exposure exposure,
        List<BudgetUse> budgets,
        List<Stay> stays,
        List<Start> starts,
        List<Given> given,
        List<Signed> decisions,
        List<Segment> segments) {

    private static final Comparator<Judgement> FROM_BEST = Comparator.comparing(Judgement::ruling).thenComparing(
            judgement -> judgement.due().map(Due::at).orElse(Instant.MAX), Comparator.reverseOrder());

    /** Of what cannot be judged: nothing is known but that it must not be used. */
    public static Judgement impossible(ContainerId container, Instant now) {
        return new Judgement(container, Optional.empty(), Ruling.ISOLATE, now, Optional.empty(),
                List.of(Ground.of(Ground.Code.NOT_JUDGED)), List.of(), List.of(), Exposure.of(List.of(), List.of()),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Of several that may be true, the one that allows least. */
    public static Judgement worst(Collection<Judgement> possible) {
        return possible.stream().max(FROM_BEST).orElseThrow();
    }

    /** What a named pharmacist decided, whatever the verdict. */
    public record Signed(Instant at, Happening.Decision decision, String by, String reason) {}

    /** Doses that were given, out of it or of what was taken from it. */
    public record Given(Instant at, ContainerId container, int doses) {}

    public Optional<Due> due() {
        return dues.stream().findFirst();
    }

    /** What ends first of what is counted down to. */
    public Optional<Due> runsOut() {
        return Stream.concat(dues.stream(), countdown.stream()).min(Due.EARLIEST);
    }

    /** When it has something else to tell though nothing is recorded: at a warning, or at an end. */
    public Optional<Instant> wakeAt() {
        return Stream.concat(dues.stream(), countdown.stream()).flatMap(due -> DoseStage.beginnings(due.at()))
                .filter(now::isBefore).min(Comparator.naturalOrder());
    }

    /** How near its end it is. */
    public DoseStage stage() {
        return runsOut().map(due -> DoseStage.before(due.at(), now)).orElse(DoseStage.NONE);
    }

    /** 60, 30 or 10 minutes, once no more than that is left and it may still be used. */
    public Optional<Duration> warning() {
        return ruling == Ruling.USABLE
                ? due().map(due -> DoseStage.before(due.at(), now)).filter(DoseStage::isWarning).map(DoseStage::left)
                : Optional.empty();
    }

    /** What is left of that budget, of those that can still be spent from, that has the least left. */
    public Optional<Interval> budgetLeft() {
        return budgets.stream().filter(BudgetUse::goesOn).flatMap(use -> use.left().stream())
                .min(Comparator.comparing(Interval::least).thenComparing(Interval::most));
    }

    /** Doses to be traced in the vaccination centre's own tool: given since something that holds the container. */
    public List<Given> toTrace() {
        List<Ground> holding = grounds.stream().filter(Ground::holds)
                .filter(ground -> ground.code() != Ground.Code.FINISHED).toList();
        return given.stream().filter(dose -> holding.stream()
                .anyMatch(ground -> ground.since().filter(dose.at()::isBefore).isEmpty())).toList();
    }
}

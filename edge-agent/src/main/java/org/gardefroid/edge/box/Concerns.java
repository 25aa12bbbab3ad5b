package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.Severity;
import org.gardefroid.edge.box.BoxState.Shown;
import org.gardefroid.edge.box.Concern.Kind;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.edge.sampling.Watch.Zone;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.Ruling;

/** What is not as it should be: what was judged, and what is seen at this moment and will be judged if it lasts. */
final class Concerns {

    /** A record a minute; three missing are no chance. Then whatever was judged last says nothing of now. */
    static final Duration LONGEST_UNJUDGED = Duration.ofMinutes(3);

    /** One bad checksum is not worth a word. */
    static final Duration OLD = Duration.ofSeconds(10);

    /** Without a temperature for so long, nobody watches the vaccines. */
    static final Duration BLIND = Duration.ofMinutes(1);

    /** Longer than taking something out takes (SPS: a door that is ajar is best told by a sound, at once). */
    static final Duration LID_FORGOTTEN = Duration.ofSeconds(60);

    /** Long enough to look up from the vial. */
    static final Duration SCAN_TOLD = Duration.ofMinutes(1);

    private static final Set<Kind> OUT = Set.of(Kind.TOO_WARM, Kind.TOO_COLD, Kind.WARM_NOW, Kind.COLD_NOW);

    private final Moment now;
    private final Seen seen;
    private final Findings findings;
    private final Card card;
    private final List<Concern> found = new ArrayList<>();

    private Concerns(Moment now, Seen seen, Findings findings, Card card) {
        this.now = now;
        this.seen = seen;
        this.findings = findings;
        this.card = card;
    }

    static List<Concern> of(Moment now, Seen seen, Findings findings, Card card) {
        Concerns concerns = new Concerns(now, seen, findings, card);
        concerns.watching();
        concerns.judged();
        concerns.doses();
        concerns.lots();
        concerns.seenNow();
        concerns.forgetWhatIsOvertaken();
        return concerns.found.stream()
                .sorted(Comparator.comparing(Concern::light).reversed().thenComparing(Concern::kind)
                        .thenComparing(concern -> concern.left().orElse(Duration.ZERO))
                        .thenComparing(Concern::subject))
                .toList();
    }

    /** What is out of range need not be told to be about to be. */
    private void forgetWhatIsOvertaken() {
        if (found.stream().map(Concern::kind).anyMatch(OUT::contains)) {
            found.removeIf(concern -> concern.kind() == Kind.BREACH_AHEAD);
        }
    }

    private void add(Kind kind, Light light, String subject) {
        found.add(Concern.of(kind, light, subject));
    }

    private void watching() {
        card.lost().ifPresent(lost -> {
            Concern concern = Concern.of(Kind.MEMORY_LOST, Light.LOOK, lost.numbers());
            found.add(lost.before().map(concern::since).orElse(concern));
        });
        // Whoever stands at the box must do what needs the date; what needs none is watched all the same.
        if (now.wall().isEmpty() || !findings.isTimeKnown()) {
            add(Kind.TIME_UNKNOWN, Light.LOOK, "clock");
        }
        boolean judgedLately = findings.judgedMillis() >= 0
                && now.monotonicMillis() - findings.judgedMillis() <= LONGEST_UNJUDGED.toMillis();
        if (card.isFull()) { // nothing is judged then either, and this is why
            add(Kind.CARD_FULL, Light.UNWATCHED, "card");
        } else if (!findings.rulesKnown()) {
            add(Kind.NO_RULES, Light.UNWATCHED, "brief");
        } else if (!judgedLately || findings.light() == Light.UNWATCHED) {
            add(Kind.JUDGING_STOPPED, Light.UNWATCHED, "judging");
        }
        List<Seen.Tip> products = seen.probes().values().stream()
                .filter(tip -> tip.purpose() == ProbePurpose.PRODUCT).toList();
        boolean isBlind = products.stream().allMatch(tip -> isOlder(tip, BLIND));
        seen.probes().forEach((probe, tip) -> {
            if (isOlder(tip, OLD)) {
                boolean matters = tip.purpose() == ProbePurpose.PRODUCT && isBlind;
                add(Kind.NO_TEMPERATURE, matters ? Light.UNWATCHED : Light.LOOK, "probe:" + probe);
            }
        });
        if (products.isEmpty()) {
            add(Kind.NO_TEMPERATURE, Light.UNWATCHED, "product");
        }
    }

    private void judged() {
        for (Fact fact : findings.ongoing()) {
            Concern concern = since(fact,
                    Concern.of(Kind.of(fact), light(fact.severity()), fact.id().subject().part()));
            // Two rules may have found the same: too warm, and too warm for long. The worse is told.
            Optional<Concern> same = found.stream().filter(other -> other.kind() == concern.kind()
                    && other.subject().equals(concern.subject())).findFirst();
            if (same.isEmpty() || same.get().light().compareTo(concern.light()) < 0) {
                same.ifPresent(found::remove);
                found.add(fact instanceof Excursion excursion ? concern.at(excursion.worst()) : concern);
            }
        }
    }

    /** A date that is only counted is nothing to show; how long ago it was, is. */
    private Concern since(Fact fact, Concern concern) {
        Instant since = fact.id().since();
        return findings.counting().filter(counting -> !counting.isReal(since))
                .map(counting -> counting.ago(since, now.monotonicMillis()).map(concern::lasting).orElse(concern))
                .orElseGet(() -> concern.since(since));
    }

    /** What the rules keep as a note is told here as a thing to look at: whoever stands at the box can mend it. */
    private static Light light(Severity severity) {
        return switch (severity) {
            case NOTE, WARNING -> Light.LOOK;
            case CRITICAL -> Light.ACT;
        };
    }

    private void doses() {
        for (Dose dose : findings.doses()) {
            Optional<Duration> left = dose.left(now.wall());
            if (dose.finished()) {
                continue;
            }
            if (left.filter(Duration::isZero).isPresent() || dose.judgement().ruling() == Ruling.TIME_OVER) {
                found.add(about(dose, Kind.DOSE_OVER, Light.ACT, left));
            } else if (dose.light() == Light.ACT) {
                found.add(about(dose, Kind.DOSE_APART, Light.ACT, left));
            } else if (left.filter(time -> time.compareTo(SOON) <= 0).isPresent()) {
                found.add(about(dose, Kind.DOSE_SOON, Light.LOOK, left));
            } else if (dose.light() == Light.LOOK) {
                found.add(about(dose, Kind.DOSE_APART, Light.LOOK, left));
            }
        }
    }

    /** Without their names: anybody near the box may read it. */
    private void lots() {
        List<PlacedLot> lots = findings.lots();
        for (int i = 0; i < lots.size(); i++) {
            if (lots.get(i).light() != Light.GOOD) {
                add(Kind.LOT_APART, lots.get(i).light(), (i + 1) + "/" + lots.size());
            }
        }
    }

    /** As the first of the dose clocks' own warnings. */
    private static final Duration SOON = Duration.ofHours(1);

    private static Concern about(Dose dose, Kind kind, Light light, Optional<Duration> left) {
        Optional<Instant> since = kind == Kind.DOSE_OVER ? dose.deadline() : Optional.empty();
        return new Concern(kind, light, dose.vial().value(), dose.number(), dose.isSyringe(), since,
                Optional.empty(), Optional.empty(), left);
    }

    private void seenNow() {
        seen.openSince().forEach((door, since) -> {
            Duration open = Duration.ofMillis(now.monotonicMillis() - since);
            String subject = "door:" + door;
            if (open.compareTo(LID_FORGOTTEN) >= 0 && !isJudged(Kind.DOOR_OPEN, subject)) {
                found.add(Concern.of(Kind.LID_OPEN, Light.LOOK, subject).lasting(open));
            }
        });
        if (seen.upright().filter(upright -> !upright).isPresent() && isNew(Kind.TIPPED)) {
            add(Kind.TIPPED, Light.LOOK, "vials");
        }
        if (seen.mains().filter(mains -> !mains).isPresent() && isNew(Kind.ON_BATTERY)) {
            add(Kind.ON_BATTERY, Light.GOOD, "power");
        }
        seen.refused().filter(scan -> now.monotonicMillis() - scan.millis() <= SCAN_TOLD.toMillis())
                .ifPresent(scan -> add(Kind.of(scan.what().reason()), Light.LOOK, scan.what().what()));
        now.wall().map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)) // a day more or less does not matter to it
                .ifPresent(today -> seen.calibrations().forEach((probe, calibration) -> {
                    if (calibration.isDue(today)) {
                        add(Kind.CALIBRATION_DUE, Light.GOOD, probe + ", " + calibration.until());
                    }
                }));
        seen.faults().forEach((part, fault) -> add(Kind.PART_FAULT, Light.LOOK, part + " (" + fault.code() + ")"));
        seen.probes().forEach((probe, tip) -> {
            if (tip.purpose() == ProbePurpose.PRODUCT && !isOlder(tip, OLD)) {
                tip.last().ifPresent(temperature -> outNow(probe, tip, temperature));
            }
        });
    }

    private boolean isNew(Kind kind) {
        return found.stream().noneMatch(concern -> concern.kind() == kind);
    }

    private void outNow(ProbeId probe, Seen.Tip tip, Temperature temperature) {
        String subject = "probe:" + probe;
        if (tip.zone() == Zone.ABOVE && !isJudged(Kind.TOO_WARM, subject)) {
            found.add(Concern.of(Kind.WARM_NOW, Light.LOOK, subject).at(temperature));
        } else if (tip.zone() == Zone.BELOW && !isJudged(Kind.TOO_COLD, subject)) {
            found.add(Concern.of(Kind.COLD_NOW, Light.LOOK, subject).at(temperature));
        }
    }

    private boolean isJudged(Kind kind, String subject) {
        return found.stream().anyMatch(concern -> concern.kind() == kind && concern.subject().equals(subject));
    }

    private boolean isOlder(Seen.Tip tip, Duration age) {
        return tip.last().isEmpty() || now.monotonicMillis() - tip.lastMillis() > age.toMillis();
    }

    static Optional<Shown> shown(Moment now, Seen seen) {
        return seen.probes().entrySet().stream()
                .filter(probe -> probe.getValue().purpose() == ProbePurpose.PRODUCT)
                .filter(probe -> probe.getValue().last().isPresent())
                .min(Comparator.<Map.Entry<ProbeId, Seen.Tip>>comparingInt(probe -> -distance(probe.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(probe -> new Shown(probe.getKey(), probe.getValue().last().orElseThrow(),
                        probe.getValue().lastMillis(),
                        now.monotonicMillis() - probe.getValue().lastMillis() > OLD.toMillis()));
    }

    private static int distance(Seen.Tip tip) {
        int middle = (tip.lowest().milliCelsius() + tip.highest().milliCelsius()) / 2;
        return Math.abs(tip.last().orElseThrow().milliCelsius() - middle);
    }
}

package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.Certainty;
import org.gardefroid.alerting.DoorLeftOpen;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Lasting;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.Subject;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.edge.sampling.Calibration;
import org.gardefroid.edge.sampling.Seen;
import org.gardefroid.edge.sampling.Watch;
import org.gardefroid.edge.sampling.Watch.Zone;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.Arrival;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Exposure;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Label;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Ruling;

/** A box at 10:00 in Paris, ten hours after its boot, and what is the matter with it. */
public final class States {

    public static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");
    public static final long TEN_MILLIS = Duration.ofHours(10).toMillis();
    private static final EquipmentId BOX = new EquipmentId("box-7");
    private static final ProbeId PROBE = new ProbeId("box-7-product");

    private Optional<Instant> wall = Optional.of(TEN);
    private long afterMillis;
    private long judgedMillis = TEN_MILLIS;
    private boolean rulesKnown = true;
    private Light light = Light.GOOD;
    private Measurement said = new Temperature(4_600);
    private long silentMillis;
    private Map<DoorId, Long> openSince = Map.of();
    private OptionalInt humidity = OptionalInt.empty();
    private boolean upright = true;
    private Map<ProbeId, Calibration> calibrations = Map.of();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Dose> doses = new ArrayList<>();
    private final List<PlacedLot> lots = new ArrayList<>();

    private Card card = Card.SOUND;

    private States() {}

    public static States quiet() {
        return new States();
    }

    public States later(Duration after) {
        afterMillis = after.toMillis();
        judgedMillis = TEN_MILLIS + afterMillis;
        wall = wall.map(_ -> TEN.plus(after));
        return this;
    }

    public States withoutTime() {
        wall = Optional.empty();
        return this;
    }

    public States judged(Duration ago) {
        judgedMillis = TEN_MILLIS - ago.toMillis();
        return this;
    }

    public States withoutRules() {
        rulesKnown = false;
        light = Light.UNWATCHED;
        return this;
    }

    public States measuring(double celsius) {
        said = Temperature.ofCelsius(celsius);
        return this;
    }

    public States silentFor(Duration time) {
        said = ProbeFault.DISCONNECTED;
        silentMillis = time.toMillis();
        return this;
    }

    public States calibratedUntil(LocalDate day) {
        calibrations = Map.of(PROBE, new Calibration(120, 100, day, "2026-0417"));
        return this;
    }

    public States humid(int percent) {
        humidity = OptionalInt.of(percent);
        return this;
    }

    /** Of the vials with these numbers nothing but them is known. */
    public States memoryLost(String numbers, VialId... forgotten) {
        card = new Card(false, Optional.of(new Card.Lost(Optional.of(TEN.minus(Duration.ofHours(1))), numbers)),
                Set.of(forgotten));
        return this;
    }

    public States cardFull() {
        card = new Card(true, Optional.empty(), Set.of());
        return this;
    }

    public States tipped() {
        upright = false;
        return this;
    }

    public States tooWarm(Severity severity) {
        facts.add(new Excursion(new FactId(new Subject.ProbeIn(BOX, PROBE), new RuleName("high." + facts.size()),
                TEN.minus(Duration.ofMinutes(30))), new Bound.Above(new Temperature(8_000)), severity,
                Certainty.OBSERVED, TEN, Optional.empty(), new Temperature(9_200), TEN, Duration.ZERO));
        return this;
    }

    public States warmingAhead() {
        facts.add(new Lasting(new FactId(new Subject.ProbeIn(BOX, new ProbeId("box-7-air")), new RuleName("ahead"),
                TEN.minus(Duration.ofMinutes(4))), Cause.BREACH_AHEAD, Severity.WARNING, TEN, Optional.empty()));
        return this;
    }

    /** Not yet for so long that the rules have it. */
    public States lidOpenFor(Duration time) {
        openSince = Map.of(new DoorId("lid"), TEN_MILLIS - time.toMillis());
        return this;
    }

    public States lidOpen() {
        facts.add(new DoorLeftOpen(new FactId(new Subject.DoorOf(BOX, new DoorId("lid")), new RuleName("door"),
                TEN.minus(Duration.ofMinutes(6))), Severity.WARNING, TEN, Optional.empty()));
        return this;
    }

    public States vial(int number, Duration left) {
        return vial(number, "priorix", left);
    }

    public States vialOf(int number, String product) {
        return vial(number, product, Duration.ofHours(4));
    }

    private States vial(int number, String product, Duration left) {
        Instant end = TEN.plus(left);
        doses.add(new Dose(number, new VialId("v-" + number), Optional.empty(), new ProductId(product),
                new Spoken(product, product), Optional.of(end), Light.GOOD,
                judged(Ruling.USABLE, List.of(), Optional.of(end)), Optional.empty(), true,
                Optional.of(5), false));
        return this;
    }

    public States onTheTable(int number) {
        doses.replaceAll(dose -> dose.number() != number
                ? dose
                : new Dose(number, dose.vial(), dose.drawnFrom(), dose.product(), dose.name(), dose.deadline(),
                        dose.light(),
                        dose.judgement(), dose.lot(), false, dose.dosesLeft(), dose.finished()));
        return this;
    }

    /** Filled from vial {@code from}. */
    public States syringe(int number, int from, Duration left) {
        Instant end = TEN.plus(left);
        doses.add(new Dose(number, new VialId("s-" + number), Optional.of(from), new ProductId("priorix"),
                new Spoken("Priorix", "Priorix"), Optional.of(end), Light.GOOD,
                judged(Ruling.USABLE, List.of(), Optional.of(end)), Optional.empty(), true, Optional.of(1), false));
        return this;
    }

    public States vialOfUnknownTime(int number) {
        doses.add(new Dose(number, new VialId("v-" + number), Optional.empty(), new ProductId("priorix"),
                new Spoken("Priorix", "Priorix"), Optional.empty(), Light.ACT,
                judged(Ruling.ISOLATE,
                        List.of(new Ground(Ground.Code.TIME_UNKNOWN, Optional.empty(), List.of())), Optional.empty()),
                Optional.empty(), true, Optional.of(1),
                false));
        return this;
    }

    public States vialHeldFor(int number, Ground.Code why) {
        doses.add(new Dose(number, new VialId("v-" + number), Optional.empty(), new ProductId("priorix"),
                new Spoken("Priorix", "Priorix"), Optional.of(TEN.plus(Duration.ofHours(4))), Light.ACT,
                judged(Ruling.ISOLATE, List.of(new Ground(why, Optional.of(TEN), List.of("2,0 °C", "−0,5 °C"))),
                        Optional.empty()),
                Optional.empty(), true, Optional.of(1), false));
        return this;
    }

    public States lot(String number, Light light, Ruling ruling, Ground.Code... why) {
        ContainerId lot = new ContainerId(ContainerId.Kind.LOT, number);
        Label label = new Label(Optional.empty(), Optional.of(new ProductId("priorix")), Optional.empty(),
                Optional.of(number), Optional.empty());
        LotWay way = new LotWay(lot, label, Arrival.UNSAID, 60, List.of(),
                List.of(new LotWay.Stay(new PlaceId("box-7"), TEN, List.of())), Optional.empty(),
                Optional.empty());
        lots.add(new PlacedLot(new Spoken("Priorix", "Priorix"), way, light, judged(ruling, Stream.of(why)
                .map(code -> new Ground(code, Optional.of(TEN), List.of("2,0 °C", "−0,5 °C"))).toList(),
                Optional.empty())));
        return this;
    }

    private static Judgement judged(Ruling ruling, List<Ground> grounds, Optional<Instant> end) {
        List<Due> dues = end.stream().map(at -> new Due(at, "reconstituted")).toList();
        return new Judgement(new ContainerId(ContainerId.Kind.VIAL, "v"), Optional.empty(), ruling, TEN,
                Optional.empty(), grounds, dues, dues, new Exposure(Map.of(), Duration.ZERO, Optional.empty()),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** It began to measure half an hour after what it last had a date for. */
    private Optional<Counting> counting() {
        Instant from = TEN.minus(Duration.ofHours(2));
        return wall.isPresent()
                ? Optional.empty()
                : Optional.of(new Counting(from.minus(Duration.ofMinutes(30)), from,
                        new BatchClock(new BootId("b"), TEN_MILLIS, Optional.of(TEN))));
    }

    public BoxState state() {
        long now = TEN_MILLIS + afterMillis;
        Watch watch = new Watch(ProbePurpose.PRODUCT, Duration.ofMinutes(1), new Temperature(2_000),
                new Temperature(8_000));
        Seen.Tip tip = new Seen.Tip(watch.purpose(), watch.lowest(), watch.highest(), said,
                said instanceof Temperature measured ? Optional.of(measured) : Optional.of(new Temperature(4_600)),
                now - silentMillis, watch.zone(said, Zone.WITHIN), humidity);
        return BoxState.of(new Moment(new BootId("b"), now, wall),
                new Seen(Map.of(PROBE, tip), openSince, Optional.of(true), Optional.of(upright), Map.of(),
                        Optional.empty(), calibrations),
                new Findings(light, judgedMillis, counting(), rulesKnown, facts, doses, lots), card);
    }
}

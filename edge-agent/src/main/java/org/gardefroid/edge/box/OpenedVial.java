package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.BoxEvents;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Ruling;
import org.jspecify.annotations.Nullable;

/** One vial: what was recorded of it, and what follows. */
final class OpenedVial {

    /** What nothing has touched is judged again after so long: its unobserved minutes may have become too many. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(60);

    /** That was so before the vial was opened, and is nothing to run for. */
    private static final Set<Ground.Code> FROM_THE_BEGINNING = Set.of(Ground.Code.PROFILE_NOT_SIGNED,
            Ground.Code.OPENING_EXPOSURE_UNKNOWN);

    private final int number;
    private final VialId vial;
    private final List<Recorded> records = new ArrayList<>();
    private @Nullable Judgement judged;
    private boolean touched = true;

    OpenedVial(int number, VialId vial) {
        this.number = number;
        this.vial = vial;
    }

    /** @param place among all that was sealed */
    private record Recorded(BatchClock clock, JournalRecord record, long place) {

        private static final Comparator<Recorded> AS_SEALED = Comparator.comparingLong(Recorded::place);

        private static final Comparator<Recorded> AS_DATED = Comparator
                .comparing((Recorded each) -> each.at().orElseThrow()).thenComparing(AS_SEALED);

        Optional<Instant> at() {
            return clock.date(record.monotonicMillis());
        }

        Event event() {
            return (Event) record.observation();
        }
    }

    void take(BatchClock clock, JournalRecord record, long place) {
        records.add(new Recorded(clock, record, place));
        touched = true;
    }

    /** What the same boot recorded before it knew the time has one now. */
    void date(BatchClock clock) {
        records.replaceAll(each -> each.at().isEmpty() && each.clock().boot().equals(clock.boot())
                ? new Recorded(clock, each.record(), each.place())
                : each);
        touched = true;
    }

    void touch() {
        touched = true;
    }

    /** @param lost that the box does not know the time, if so */
    void judge(GoodsJudge judge, PlaceId box, Instant now, Optional<CustodyEvent> lost) {
        if (!isDue(now)) {
            return;
        }
        List<CustodyEvent> events = new ArrayList<>(judge.events(told(box)));
        lost.ifPresent(events::add);
        judged = judge.judge(events, new ContainerId(ContainerId.Kind.VIAL, vial.value()),
                GoodsJudge.latest(events, now));
        touched = false;
    }

    private boolean isDue(Instant now) {
        Judgement before = judged;
        return touched || before == null
                || !isFinished() && !now.isBefore(before.now().plus(LOOK_AGAIN_AFTER))
                || before.wakeAt().filter(wake -> !wake.isAfter(now)).isPresent();
    }

    private List<BoxEvents.Told> told(PlaceId box) {
        boolean allDated = records.stream().allMatch(each -> each.at().isPresent());
        List<Recorded> ordered = records.stream().sorted(allDated ? Recorded.AS_DATED : Recorded.AS_SEALED).toList();
        List<BoxEvents.Told> told = new ArrayList<>();
        ordered.forEach(each -> told.add(new BoxEvents.Told(each.at(), told.size(), box, each.event())));
        return told;
    }

    private <T> Stream<T> events(Class<T> kind) {
        return records.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }

    /** What was told of it alone is nothing that was opened here. */
    boolean isOpened() {
        return judged != null && events(VialHandled.class).findAny().isPresent();
    }

    VialId id() {
        return vial;
    }

    ProductId product() {
        return events(VialHandled.class).map(VialHandled::product).findFirst().orElseThrow();
    }

    Judgement judgement() {
        return Optional.ofNullable(judged).orElseThrow();
    }

    private boolean isFinished() {
        return judgement().grounds().stream().anyMatch(ground -> ground.code() == Ground.Code.FINISHED);
    }

    Dose dose() {
        Judgement judgement = judgement();
        Optional<ProductProfile> profile = judgement.judgedBy();
        boolean timeKnown = judgement.grounds().stream().noneMatch(ground -> ground.code() == Ground.Code.TIME_UNKNOWN);
        return new Dose(number, vial, product(),
                profile.map(known -> new Spoken(known.nameFr(), known.nameEn()))
                        .orElseGet(() -> new Spoken(product().value(), product().value())),
                deadline(judgement).filter(_ -> timeKnown), light(), judgement,
                events(Event.VialOfLot.class).map(Event.VialOfLot::lot).reduce((_, last) -> last),
                events(Event.VialMoved.class).map(Event.VialMoved::inside).reduce((_, last) -> last).orElse(true),
                events(Event.DosesLeft.class).map(Event.DosesLeft::doses).reduce((_, last) -> last)
                        .or(() -> profile.flatMap(ProductProfile::dosesPerVial)),
                isFinished());
    }

    private static boolean isOver(Judgement judgement) {
        return deadline(judgement).filter(end -> !end.isAfter(judgement.now())).isPresent();
    }

    /** Of what may not be used, the forecast of a budget says nothing any more. */
    private static Optional<Instant> deadline(Judgement judgement) {
        return (judgement.ruling() == Ruling.ISOLATE
                ? judgement.countdown().stream().findFirst()
                : judgement.runsOut()).map(Due::at);
    }

    /** What it asks of whoever stands before the box. A vial that is used up asks nothing any more. */
    Light light() {
        if (isFinished()) {
            return Light.GOOD;
        }
        Judgement judgement = judgement();
        if (judgement.ruling() == Ruling.TIME_OVER || isOver(judgement)) {
            return Light.ACT;
        }
        if (judgement.ruling() == Ruling.USABLE) {
            return judgement.stage().isWarning() ? Light.LOOK : Light.GOOD;
        }
        return judgement.grounds().stream().filter(Ground::holds).map(Ground::code)
                .allMatch(FROM_THE_BEGINNING::contains) ? Light.LOOK : Light.ACT;
    }
}

package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Arrival.Spent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gardefroid.vaccines.custody.Case.at;
import static org.gardefroid.vaccines.custody.Case.minutes;

/** A lot that came from a fridge into a box: the service has the fridge's readings, the box what the brief says of them. */
class LotWayTest {

    private static final ContainerId LOT = new ContainerId(ContainerId.Kind.LOT, "AB12");
    private static final PlaceId FRIDGE = new PlaceId("fridge");
    private static final PlaceId BOX = new PlaceId("box");
    private static final ProductProfile PROFILE = Case.profile(Case.PRODUCT, Case.STORAGE, true);
    private static final Thresholds THRESHOLDS = Thresholds.of(List.of(PROFILE));
    private static final Label LABEL = new Label(Optional.empty(), Optional.of(new ProductId("testovax")),
            Optional.empty(), Optional.of("AB12"), Optional.of(Instant.parse("2027-06-30T22:00:00Z")));

    private final Map<String, Runs> read = new HashMap<>();

    private void read(PlaceId where, int from, int to, double celsius) {
        Runs runs = read.computeIfAbsent(where.name(), name -> new Runs(probe(name), minutes(10), THRESHOLDS));
        for (int minute = from; minute <= to; minute++) {
            runs.add(at(minute), Temperature.ofCelsius(celsius));
        }
    }

    private static PlaceId probe(String equipment) {
        return new PlaceId(equipment + "-probe");
    }

    /** Of someone who has only these equipments' probes. */
    private Surroundings of(List<String> known) {
        return new Surroundings() {
            @Override
            public List<Hung> probes(String equipment) {
                return known.contains(equipment)
                        ? List.of(new Hung(probe(equipment), ProbePurpose.PRODUCT, Instant.EPOCH, Instant.MAX))
                        : List.of();
            }

            @Override
            public Map<PlaceId, Folded> readings(String equipment) {
                return known.contains(equipment) && read.containsKey(equipment)
                        ? Map.of(probe(equipment), new Folded(read.get(equipment).all(), minutes(10)))
                        : Map.of();
            }
        };
    }

    private static List<CustodyEvent> way(Optional<List<Spent>> opening) {
        List<CustodyEvent> events = new ArrayList<>();
        events.add(event(0, new Happening.Placed(LOT, FRIDGE, LABEL,
                new Arrival(Optional.of(60), Optional.empty(), opening))));
        events.add(event(200, new Happening.WentTo(LOT, Label.NONE, new Place.Inside(BOX))));
        return events;
    }

    private static CustodyEvent event(int minute, Happening what) {
        return new CustodyEvent(Optional.empty(), Optional.of(at(minute)), minute, Optional.empty(), what);
    }

    private Judgement service(List<CustodyEvent> way, int now) {
        return new GoodsJudge(List.of(PROFILE), of(List.of("fridge", "box"))).judge(way, LOT, at(now));
    }

    /** After the brief went over the wire. */
    private Judgement box(List<CustodyEvent> way, int now) {
        LotWay told = LotWayJson
                .read(LotWayJson.write(LotWay.of(way, 60, Optional.empty(), service(way, 200), THRESHOLDS)));
        return new GoodsJudge(List.of(PROFILE), told.surroundings(of(List.of("box")))).judge(told.events(), LOT,
                at(now));
    }

    private void assertAlike(List<CustodyEvent> way, int now) {
        Judgement service = service(way, now);
        Judgement box = box(way, now);
        assertThat(box.ruling()).isEqualTo(service.ruling());
        assertThat(box.grounds()).extracting(Ground::code, Ground::since)
                .isEqualTo(service.grounds().stream().map(ground -> tuple(ground.code(),
                        ground.since())).toList());
        assertThat(box.dues()).isEqualTo(service.dues());
        assertThat(box.budgets()).isEqualTo(service.budgets());
        assertThat(box.exposure().bands()).isEqualTo(service.exposure().bands());
        assertThat(box.exposure().unobserved()).isEqualTo(service.exposure().unobserved());
    }

    @Test
    void theBoxKnowsOfAQuietTimeInTheFridgeByOneLine() {
        read(FRIDGE, 0, 250, 5);
        read(BOX, 195, 300, 6);
        List<CustodyEvent> way = way(Optional.of(List.of()));

        assertThat(LotWay.of(way, 60, Optional.empty(), service(way, 200), THRESHOLDS).stays().getFirst().seen())
                .hasSize(1);
        assertThat(box(way, 300).ruling()).isEqualTo(Ruling.USABLE);
        assertAlike(way, 300);
    }

    @Test
    void whatWasSpentFrozenOrNotObservedInTheFridgeCountsInTheBox() {
        read(FRIDGE, 0, 50, 5);
        read(FRIDGE, 51, 90, 12);
        read(FRIDGE, 91, 91, -0.5);
        read(FRIDGE, 120, 120, 5);
        read(FRIDGE, 150, 198, 5);
        read(BOX, 200, 260, 9);
        List<CustodyEvent> way = way(Optional.of(List.of(new Spent(
                new Span(new Temperature(8_001), new Temperature(12_000)), Interval.exactly(minutes(30))))));

        assertThat(box(way, 260).grounds()).extracting(Ground::code).contains(Ground.Code.FROZEN,
                Ground.Code.BUDGET_SPENT, Ground.Code.UNOBSERVED_TOO_LONG);
        assertAlike(way, 260);
        assertAlike(way, 230);
    }

    @Test
    void whatAPharmacistHasSignedToDestroyIsSetApartAtTheBoxUntilItIsReleased() {
        read(FRIDGE, 0, 199, 5);
        read(BOX, 200, 260, 5);
        List<CustodyEvent> way = way(Optional.of(List.of()));
        way.add(new CustodyEvent(Optional.empty(), Optional.of(at(230)), 230, Optional.of("Dr Martin"),
                new Happening.Decided(LOT, Happening.Decision.DESTROY, "recalled")));
        assertThat(box(way, 260).grounds())
                .containsExactly(Ground.since(Ground.Code.SIGNED_TO_DESTROY, at(230), "Dr Martin", at(230)));
        way.add(new CustodyEvent(Optional.empty(), Optional.of(at(240)), 240, Optional.of("Dr Martin"),
                new Happening.Decided(LOT, Happening.Decision.RELEASE, "another lot")));
        assertThat(box(way, 260).ruling()).isEqualTo(Ruling.USABLE);
        assertAlike(way, 260);
    }

    @Test
    void whatNobodyKnowsStaysUnknownOverTheWire() {
        read(FRIDGE, 0, 199, 5);
        read(BOX, 200, 260, 5);

        assertThat(box(way(Optional.empty()), 260).grounds()).extracting(Ground::code)
                .containsExactly(Ground.Code.OPENING_EXPOSURE_UNKNOWN);
        assertAlike(way(Optional.empty()), 260);
    }

    @Test
    void aLotIsWhereItIsFromItsComingToItsLeaving() {
        LotWay way = new LotWay(LOT, LABEL, Arrival.UNSAID, 60, List.of(),
                List.of(new LotWay.Stay(FRIDGE, at(0), List.of()), new LotWay.Stay(BOX, at(200), List.of())),
                Optional.of(at(300)), Optional.empty());
        assertThat(way.isAt(BOX, at(199))).isFalse();
        assertThat(way.isAt(FRIDGE, at(199))).isTrue();
        assertThat(way.isAt(BOX, at(200))).isTrue();
        assertThat(way.isAt(BOX, at(300))).isFalse();
        assertThat(LotWayJson.read(LotWayJson.write(way)).until()).contains(at(300));
    }

    @Test
    void aNewerServiceMaySayMoreAndAnUnreadableLotIsNamed() {
        String document = LotWayJson.write(new LotWay(LOT, LABEL, Arrival.UNSAID, 60, List.of(),
                List.of(new LotWay.Stay(BOX, at(0), List.of())), Optional.empty(), Optional.empty()));
        assertThat(LotWayJson.read(document.replaceFirst("\\{", "{\"colour\":\"blue\",")).label()).isEqualTo(LABEL);
        assertThatThrownBy(() -> LotWayJson.read("{\"lot\":\"AB12\",\"doses\":1,\"stays\":[]}"))
                .isInstanceOf(JsonProblem.class).hasMessageContaining("a lot came from somewhere");
    }
}

package org.gardefroid.telemetry.wire;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BriefCodecTest {

    private static final Brief BRIEF = new Brief(Duration.ofMinutes(1),
            List.of(new Brief.Equipment(new EquipmentId("box-7"),
                    List.of(new Brief.PlacedProbe(new ProbeId("box-7-product"), ProbePurpose.PRODUCT),
                            new Brief.PlacedProbe(new ProbeId("box-7-air"), ProbePurpose.AIR)),
                    List.of(new DoorId("box-7-lid")), "cool-box-2-8", new Temperature(2_000), new Temperature(8_000))));

    @Test
    void isWrittenForEverAsItWasInVersionOne() throws IOException {
        assertThat(new String(BriefCodec.encode(BRIEF), UTF_8)).isEqualTo(new String(golden("v1-brief"), UTF_8));
    }

    @Test
    void readsWhatVersionOneWrote() throws IOException {
        assertThat(BriefCodec.decode(golden("v1-brief"))).isEqualTo(new Decoded.Ok<>(BRIEF));
    }

    @ParameterizedTest
    @EnumSource
    void whatAProbeIsHungForIsReadBack(ProbePurpose purpose) {
        Brief.Equipment equipment = BRIEF.equipments().getFirst();
        Brief brief = new Brief(BRIEF.recordInterval(), List.of(new Brief.Equipment(equipment.id(),
                List.of(new Brief.PlacedProbe(new ProbeId("box-7-room"), purpose)), equipment.doors(),
                equipment.preset(),
                equipment.lowest(), equipment.highest())), List.of(), List.of());
        assertThat(BriefCodec.decode(BriefCodec.encode(brief))).isEqualTo(new Decoded.Ok<>(brief));
    }

    @Test
    void profilesAreWrittenForEverAsTheyWereFirstAndReadBack() throws IOException {
        Brief brief = new Brief(BRIEF.recordInterval(), BRIEF.equipments(), List.of(
                new Brief.Profile(new ProductId("imvanex"),
                        "{\"format\":1,\"storage\":{\"lowest\":-60.0,\"highest\":-40}}"),
                new Brief.Profile(new ProductId("priorix"), "{\"format\":1,\"inUse\":[{\"lasts\":\"PT8H\"}]}")));

        assertThat(new String(BriefCodec.encode(brief), UTF_8))
                .isEqualTo(new String(golden("v1-brief-with-profiles"), UTF_8));
        assertThat(BriefCodec.decode(golden("v1-brief-with-profiles"))).isEqualTo(new Decoded.Ok<>(brief));
    }

    @Test
    void theLongestGapRulesSinceWhenAProbeHangsAndLabelledVialsAreWrittenForEverAsTheyWereFirst() {
        Instant since = Instant.parse("2026-03-01T08:00:00Z");
        Brief.Equipment box = new Brief.Equipment(new EquipmentId("box-7"),
                List.of(new Brief.PlacedProbe(new ProbeId("box-7-product"), ProbePurpose.PRODUCT, Optional.of(since))),
                List.of(), "cool-box-2-8", new Temperature(2_000), new Temperature(8_000),
                Optional.of(Duration.ofMinutes(12)),
                Optional.of("[{\"name\":\"high\",\"bound\":{\"above\":9000}}]"));
        Brief brief = new Brief(Duration.ofMinutes(1), List.of(box), List.of(), List.of(), List.of(
                new Brief.LabelledVial(new VialId("v-8mk3q2zt"), new ProductId("priorix"), new LotNumber("A21CB"),
                        List.of()),
                new Brief.LabelledVial(new VialId("v-9abc"), new ProductId("priorix"), new LotNumber("A21CB"),
                        List.of(new Brief.Handling(VialStep.PUNCTURED, since, new EquipmentId("box-3"))))));
        String written = """
                {"version":1,"recordSeconds":60,"equipments":[{"equipment":"box-7","probes":[{"probe":"box-7-product",\
                "purpose":"product","since":"2026-03-01T08:00:00Z"}],"doors":[],"preset":"cool-box-2-8",\
                "lowestMilliCelsius":2000,"highestMilliCelsius":8000,"longestGapSeconds":720,"rules":[{"name":"high",\
                "bound":{"above":9000}}]}],"vials":[\
                {"vial":"v-8mk3q2zt","product":"priorix","lot":"A21CB"},{"vial":"v-9abc","product":"priorix",\
                "lot":"A21CB","elsewhere":[{"step":"punctured","at":"2026-03-01T08:00:00Z","equipment":"box-3"}]}]}""";

        assertThat(new String(BriefCodec.encode(brief), UTF_8)).isEqualTo(written);
        assertThat(BriefCodec.decode(written.getBytes(UTF_8))).isEqualTo(new Decoded.Ok<>(brief));
        assertThat(reason(written.replace("\"at\":\"2026-03-01T08:00:00Z\",", ""))).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(written.replace("since\":\"2026", "since\":\"yes"))).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(written.replace("punctured", "shaken"))).isEqualTo(Rejection.UNKNOWN_NAME);
        assertThat(reason(written.replace("720", "0"))).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(written.replace("[{\"name\":\"high\",\"bound\":{\"above\":9000}}]", "{}")))
                .isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void lotsAreWrittenForEverAsTheyWereFirstAndReadBack() throws IOException {
        Brief without = BriefCodec.decode(golden("v1-brief-with-profiles")).orThrow();
        Brief brief = new Brief(without.recordInterval(), without.equipments(), without.profiles(), List.of("""
                {"lot":"A21CB","product":"priorix","gtin":"03400935137401","lotNumber":"A21CB",\
                "expiry":"2027-06-30T22:00:00Z","doses":20,"opening":[{"lowestMilliCelsius":8001,\
                "highestMilliCelsius":12000,"leastSeconds":1800,"mostSeconds":1800}],"stays":[{"equipment":"fridge-1",\
                "since":"2026-03-01T08:00:00Z","seen":[{"from":"2026-03-01T08:00:00Z","to":"2026-03-02T06:00:00Z",\
                "lowestMilliCelsius":3100,"highestMilliCelsius":5900}]},{"equipment":"box-7",\
                "since":"2026-03-02T06:00:00Z"}]}"""));

        assertThat(new String(BriefCodec.encode(brief), UTF_8))
                .isEqualTo(new String(golden("v1-brief-with-lots"), UTF_8));
        assertThat(BriefCodec.decode(golden("v1-brief-with-lots"))).isEqualTo(new Decoded.Ok<>(brief));
        assertThat(BriefCodec.decode(golden("v1-brief-with-profiles")).orThrow().lots()).isEmpty();
        assertThat(reason("{\"version\":1,\"recordSeconds\":60,\"equipments\":[],\"lots\":[7]}"))
                .isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void aProfileThatIsNoDocumentIsRefused() {
        assertThat(reason("{\"version\":1,\"recordSeconds\":60,\"equipments\":[],\"profiles\":{\"priorix\":8}}"))
                .isEqualTo(Rejection.MALFORMED);
        assertThat(reason("{\"version\":1,\"recordSeconds\":60,\"equipments\":[],\"profiles\":{\"Pri/\":{}}}"))
                .isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void passesOverWhatANewerServiceSaysBesides() {
        String newer = new String(BriefCodec.encode(BRIEF), UTF_8).replaceFirst("\\{", "{\"products\":[{\"x\":1}],");

        assertThat(BriefCodec.decode(newer.getBytes(UTF_8))).isEqualTo(new Decoded.Ok<>(BRIEF));
    }

    @Test
    void refusesWhatIsNoBriefWithAReason() {
        assertThat(reason("nonsense")).isEqualTo(Rejection.MALFORMED);
        assertThat(reason("")).isEqualTo(Rejection.MALFORMED);
        assertThat(reason("{\"version\":2,\"recordSeconds\":60,\"equipments\":[]}"))
                .isEqualTo(Rejection.UNKNOWN_VERSION);
        assertThat(reason("{\"version\":1,\"equipments\":[]}")).isEqualTo(Rejection.MALFORMED);
        assertThat(reason("{\"version\":1,\"recordSeconds\":0,\"equipments\":[]}")).isEqualTo(Rejection.MALFORMED);
        assertThat(reason("{\"version\":1,\"recordSeconds\":60,\"equipments\":[]}x")).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(" ".repeat(BriefCodec.MOST_BYTES + 1))).isEqualTo(Rejection.TOO_LARGE);
    }

    @Test
    void namesEachThingOnce() {
        Brief.Equipment box = BRIEF.equipments().getFirst();

        assertThatIllegalArgumentException().isThrownBy(() -> new Brief(Duration.ofMinutes(1), List.of(box, box)))
                .withMessageContaining("box-7");
    }

    private static Rejection reason(String content) {
        return ((Decoded.Refused<Brief>) BriefCodec.decode(content.getBytes(UTF_8))).reason();
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = Objects
                .requireNonNull(BriefCodecTest.class.getResourceAsStream("/wire/" + name + ".json"))) {
            return file.readAllBytes();
        }
    }
}

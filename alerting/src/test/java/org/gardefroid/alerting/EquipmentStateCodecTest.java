package org.gardefroid.alerting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gardefroid.telemetry.json.JsonProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

class EquipmentStateCodecTest {

    /** A state with one of everything: a suspected run before a gap, a possible excursion, a door left open. */
    private static EquipmentState full() {
        return switch (judge(settings()).judge(Timeline.initial(FRIDGE), List.of(
                reading(BOTTOM, 0, 5), reading(BOTTOM, 20, 1.5), top(0, 9), top(40, 9.5), top(45, 9),
                door(50, true), top(60, 9)))) {
            case Outcome.Judged(Timeline timeline, List<Fact> facts) -> timeline.state();
            case Outcome.Late late -> throw new AssertionError(late);
        };
    }

    @Test
    void aStateComesBackAsItWent() {
        EquipmentState state = full();
        assertThat(state.ongoing()).hasSize(3);
        assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(state))).contains(state);
        assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(EquipmentState.initial(FRIDGE))))
                .contains(EquipmentState.initial(FRIDGE));
    }

    @Test
    void aRunThatAGapHasBrokenComesBackBroken() {
        EquipmentFold fold = new EquipmentFold(settings());
        EquipmentState before = fold.step(EquipmentState.initial(FRIDGE), top(0, -1)).state();
        EquipmentState after = fold.step(before, top(31, -1)).state();
        assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(after))).contains(after);
    }

    @Test
    void isWrittenAsInTheGoldenFile() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("equipment-state-v6.json")) {
            assertThat(EquipmentStateCodec.encode(full()))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aStateOfAnotherVersionIsNone() {
        assertThat(EquipmentStateCodec.decode("{\"version\":1}")).isEmpty();
    }

    @Test
    void aDamagedStateSaysWhere() {
        String text = EquipmentStateCodec.encode(full());
        assertThatThrownBy(() -> EquipmentStateCodec.decode(text.replace("\"" + at(40) + "\"", "\"soon\"")))
                .isInstanceOf(JsonProblem.class).hasMessageContaining("not an instant: \"soon\"");
        assertThatThrownBy(() -> EquipmentStateCodec.decode(text.substring(0, 50))).isInstanceOf(JsonProblem.class);
    }
}

package org.gardefroid.vaccines;

import java.util.Optional;
import org.gardefroid.telemetry.json.JsonProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.telemetry.VialStep.RECONSTITUTED;
import static org.gardefroid.telemetry.VialStep.THAWED;
import static org.gardefroid.vaccines.Doses.all;
import static org.gardefroid.vaccines.Doses.at;
import static org.gardefroid.vaccines.Doses.clock;
import static org.gardefroid.vaccines.Doses.exposed;
import static org.gardefroid.vaccines.Doses.fresh;
import static org.gardefroid.vaccines.Doses.handled;
import static org.gardefroid.vaccines.Doses.tick;

class DoseStateCodecTest {

    private static DoseState full() {
        return all(clock(), handled(0, THAWED), handled(5, RECONSTITUTED), exposed(10, 30), exposed(40, 30), tick(310),
                new DoseInput.HandledUndated(Doses.OTHER_PRODUCT, THAWED), new DoseInput.TimeLost()).state();
    }

    @Test
    void isWrittenSo() {
        assertThat(DoseStateCodec.encode(full())).isEqualTo("""
                {"version":1,"vial":"vial-1","product":"testovax",\
                "handlings":[{"at":"2026-03-02T08:00:00Z","step":"thawed"},\
                {"at":"2026-03-02T08:05:00Z","step":"reconstituted"}],\
                "undated":1,"mixedUp":true,"now":"2026-03-02T13:10:00Z","timeKnown":false,\
                "outOfBandSince":"2026-03-02T08:10:00Z","lastExposedAt":"2026-03-02T08:40:00Z",\
                "heldSince":"2026-03-02T08:10:00Z","stage":"HOUR"}""");
    }

    @Test
    void comesBackAsItWent() {
        assertThat(DoseStateCodec.decode(DoseStateCodec.encode(full()))).contains(full());
        assertThat(DoseStateCodec.decode(DoseStateCodec.encode(fresh()))).contains(fresh());
        DoseState labelled = DoseState.initial(Doses.VIAL, Doses.PRODUCT, Optional.of(at(5)));
        assertThat(DoseStateCodec.decode(DoseStateCodec.encode(labelled))).contains(labelled);
    }

    @Test
    void aStateOfAnotherVersionIsNone() {
        assertThat(DoseStateCodec.decode("{\"version\":7,\"vial\":\"vial-1\"}")).isEmpty();
    }

    @Test
    void aStepThatThereIsNotIsRefused() {
        assertThatThrownBy(
                () -> DoseStateCodec.decode(DoseStateCodec.encode(full()).replace("\"thawed\"", "\"eaten\"")))
                .isInstanceOf(JsonProblem.class).hasMessageContaining("handlings[0].step: not a step: \"eaten\"");
    }
}

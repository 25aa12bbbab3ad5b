package org.gardefroid.alerting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.AgentStarted;
import org.gardefroid.telemetry.Event.PowerChanged;
import org.gardefroid.telemetry.Occurrence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.reading;

class RecordOrderTest {

    private static final List<DatedRecord> IN_ORDER = List.of(
            new Occurrence(at(0), new PowerChanged(true)),
            new Occurrence(at(0), new PowerChanged(false)),
            new Occurrence(at(0), new AgentStarted("1.0")),
            reading(BOTTOM, 0, 5),
            reading(BOTTOM, 0, 9),
            reading(BOTTOM, 0, FAULT),
            door(0, false),
            door(0, true),
            reading(TOP, 0, 4),
            reading(BOTTOM, 1, 3));

    @Test
    void sortsByTimeThenNameThenKindThenValue() {
        for (int seed = 0; seed < 20; seed++) {
            List<DatedRecord> mixed = new ArrayList<>(IN_ORDER);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(RecordOrder.INSTANCE);
            assertThat(mixed).isEqualTo(IN_ORDER);
        }
    }

    @Test
    void leavesNothingToChance() {
        for (DatedRecord a : IN_ORDER) {
            for (DatedRecord b : IN_ORDER) {
                assertThat(RecordOrder.INSTANCE.compare(a, b) == 0).isEqualTo(a.equals(b));
            }
        }
    }

    @Test
    void onlyAboutOneThingDoesOrderWithinAnInstantMatter() {
        assertThat(RecordOrder.isSameSubject(reading(TOP, 0, 4), reading(TOP, 0, FAULT))).isTrue();
        assertThat(RecordOrder.isSameSubject(door(0, true), door(0, false))).isTrue();
        assertThat(RecordOrder.isSameSubject(reading(TOP, 0, 4), reading(BOTTOM, 0, 4))).isFalse();
        assertThat(RecordOrder.isSameSubject(reading(TOP, 0, 4), door(0, true))).isFalse();
        assertThat(RecordOrder.isSameSubject(IN_ORDER.get(0), IN_ORDER.get(1))).isTrue();
        assertThat(RecordOrder.isSameSubject(IN_ORDER.get(1), IN_ORDER.get(2))).isFalse();
    }
}

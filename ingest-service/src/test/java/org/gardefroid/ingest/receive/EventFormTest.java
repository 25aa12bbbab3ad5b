package org.gardefroid.ingest.receive;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class EventFormTest {

    static List<Event> events() {
        return List.of(new Event.DoorMoved(new DoorId("box-7-lid"), true), new Event.VialsTurned(false),
                new Event.VialsStruck(), new Event.BatteryLevel(19, Optional.of(java.time.Duration.ofMinutes(95))),
                new Event.BatteryLevel(80, Optional.empty()),
                new Event.ProbeCalibrated(new ProbeId("p"), -120, 100, java.time.LocalDate.of(2027, 3, 1), "2026/0417"),
                new Event.HumidityRead(new ProbeId("p"), 45),
                new Event.PartFault("display", Optional.of(ProbeFault.DISCONNECTED)),
                new Event.PartFault("display", Optional.empty()), new Event.PowerChanged(false),
                new Event.ClockChanged(true),
                new Event.VialHandled(new VialId("v-1"), new ProductId("priorix"), VialStep.RECONSTITUTED),
                Event.VialHandled.drawnUp(new VialId("s-1"), new ProductId("priorix"), new VialId("v-1")),
                new Event.AgentStarted("1.0 \"beta\" \u0000 é"), new Event.BriefAdopted(Sha256.NONE),
                new Event.BatchesDropped(JournalId.of(new byte[16]), new NumberRange(3, 5_000_000_000L)),
                new Event.JournalSetAside("journal.db.unsound-1"), new Event.VialMoved(new VialId("v-1"), false),
                new Event.VialOfLot(new VialId("v-1"), new LotNumber("A69/CE-71")),
                new Event.DosesLeft(new VialId("v-1"), 4),
                new Event.StartVoided(new VialId("v-1"), VoidReason.NOT_OPENED, "AB"),
                new Event.VialEnded(new VialId("v-1"), VialEnd.WASTED, Optional.of("dasri-3")),
                new Event.VialEnded(new VialId("v-1"), VialEnd.USED, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadBackAsItWasWritten(Event event) {
        EventForm form = EventForm.of(event);
        assertThat(new EventForm(form.kind(), form.subject(), form.became(), EventForm.parse(form.document())).event())
                .isEqualTo(event);
    }
}

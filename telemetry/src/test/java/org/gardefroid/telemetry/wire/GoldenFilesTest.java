package org.gardefroid.telemetry.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bytes of version 1, for ever: a file here is never edited. Agents in the field send these bytes and read these
 * receipts, whatever the service has become.
 */
class GoldenFilesTest {

    private static final JournalId JOURNAL = new JournalId("00112233445566778899aabbccddeeff");
    private static final JournalId BEFORE = new JournalId("ffeeddccbbaa99887766554433221100");
    private static final DeviceId DEVICE = new DeviceId("box-1");

    @Test
    void aFirstBatchWithATrustedClock() throws IOException {
        holdsBatch("batch-first",
                new Batch(new BatchId(DEVICE, JOURNAL, 1),
                        new BatchClock(new BootId("b6c3ef5a-0d4b-4a3e-9c55-7d9a1f4a5c11"), 61_500,
                                Optional.of(Instant.parse("2026-11-22T02:10:00.250Z"))),
                        Sha256.of(new byte[]{1}), Optional.of(new Predecessor(BEFORE, 41)), Optional.empty(),
                        List.of(new JournalRecord(1_000, new Event.AgentStarted("0.1.0")),
                                new JournalRecord(61_500, new Measured(new ProbeId("t-1"), new Temperature(4_687))))));
    }

    @Test
    void aBatchOfEveryKindOfRecordWithoutAClock() throws IOException {
        ProbeId probe = new ProbeId("28-031600a1b2c3");
        holdsBatch("batch-undated", new Batch(new BatchId(DEVICE, JOURNAL, 2),
                new BatchClock(new BootId("boot-1"), 120_000, Optional.empty()), Sha256.of(new byte[]{2}),
                Optional.empty(), Optional.of(Sha256.of(new byte[]{3})),
                List.of(new JournalRecord(60_000, new Measured(probe, new Temperature(-500))),
                        new JournalRecord(60_001, new Measured(probe, new Temperature(8_000))),
                        new JournalRecord(60_002, new Measured(probe, ProbeFault.POWER_ON_VALUE)),
                        new JournalRecord(60_003, new Event.DoorMoved(new DoorId("lid"), true)),
                        new JournalRecord(60_004, new Event.VialsTurned(false)),
                        new JournalRecord(60_005, new Event.PowerChanged(true)),
                        new JournalRecord(60_006, new Event.VialHandled(new VialId("v-1"), new ProductId("priorix"),
                                VialStep.RECONSTITUTED)),
                        new JournalRecord(60_007, new Event.ClockChanged(false)),
                        new JournalRecord(60_008, new Event.BriefAdopted(Sha256.of(new byte[]{3}))),
                        new JournalRecord(120_000, new Event.BatchesDropped(BEFORE, new NumberRange(3, 9))))));
    }

    @Test
    void aBatchThatTellsOfAJournalSetAside() throws IOException {
        holdsBatch("batch-set-aside", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, new Event.AgentStarted("0.1.0")),
                        new JournalRecord(2_000, new Event.JournalSetAside("journal.db.unsound-1")))));
    }

    @Test
    void aBatchThatTellsWhatWasDoneWithAVial() throws IOException {
        VialId vial = new VialId("v-1");
        holdsBatch("batch-vial", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, new Event.VialOfLot(vial, new LotNumber("A69/CE-71"))),
                        new JournalRecord(2_001, new Event.VialMoved(vial, false)),
                        new JournalRecord(2_002, new Event.VialMoved(vial, true)),
                        new JournalRecord(2_003, new Event.DosesLeft(vial, 4)),
                        new JournalRecord(2_004, new Event.VialEnded(vial, VialEnd.USED, Optional.empty())),
                        new JournalRecord(2_005, new Event.VialEnded(vial, VialEnd.OVER, Optional.of("dasri-3"))))));
    }

    @Test
    void aBatchThatTellsOfASyringe() throws IOException {
        VialId syringe = new VialId("s-1");
        ProductId product = new ProductId("comirnaty");
        holdsBatch("batch-syringe", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, Event.VialHandled.drawnUp(syringe, product, new VialId("v-1"))),
                        new JournalRecord(2_001,
                                Event.VialHandled.drawnUp(new VialId("s-2"), product, new VialId("v-1"))),
                        new JournalRecord(2_002, new Event.VialMoved(syringe, false)),
                        new JournalRecord(2_003, new Event.VialHandled(syringe, product, VialStep.VOIDED)))));
    }

    @Test
    void aBatchThatTellsOfBlowsAndOfTheBattery() throws IOException {
        holdsBatch("batch-battery", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, new Event.VialsStruck()),
                        new JournalRecord(2_001, new Event.BatteryLevel(80, Optional.empty())),
                        new JournalRecord(2_002, new Event.BatteryLevel(19, Optional.of(Duration.ofMinutes(95)))))));
    }

    @Test
    void aBatchThatTellsOfACalibrationAndOfAPartAtFault() throws IOException {
        holdsBatch("batch-calibration", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, new Event.ProbeCalibrated(new ProbeId("box-1-product"), -120, 100,
                        LocalDate.of(2027, 3, 1), "2026-0417")),
                        new JournalRecord(2_001,
                                new Event.PartFault("display", Optional.of(ProbeFault.DISCONNECTED))),
                        new JournalRecord(2_002, new Event.PartFault("display", Optional.empty())))));
    }

    @Test
    void aBatchThatTellsOfHumidity() throws IOException {
        holdsBatch("batch-humidity", new Batch(new BatchId(DEVICE, JOURNAL, 1),
                new BatchClock(new BootId("boot-1"), 2_000, Optional.empty()), Sha256.NONE, Optional.empty(),
                Optional.empty(),
                List.of(new JournalRecord(2_000, new Event.HumidityRead(new ProbeId("box-1-air"), 45)),
                        new JournalRecord(2_001, new Measured(new ProbeId("box-1-air"), new Temperature(4_600))))));
    }

    @Test
    void aReceipt() throws IOException {
        Receipt receipt = new Receipt(Optional.of(new Nonce(-7)),
                List.of(new Receipt.OfJournal(JOURNAL, 12, NumberSet.range(1, 9).with(12),
                        Optional.of(Sha256.of(new byte[]{9})),
                        Map.of(10L, Rejection.FORK, 11L, Rejection.UNKNOWN_NAME))));
        byte[] golden = golden("receipt");
        assertThat(ReceiptCodec.decode(golden).orThrow()).isEqualTo(receipt);
        assertThat(ReceiptCodec.encode(receipt)).asHexString().isEqualTo(hex(golden));
    }

    @Test
    void aQuestion() throws IOException {
        Question question = new Question(new Nonce(Long.MAX_VALUE), List.of(JOURNAL, BEFORE));
        byte[] golden = golden("question");
        assertThat(QuestionCodec.decode(golden).orThrow()).isEqualTo(question);
        assertThat(QuestionCodec.encode(question)).asHexString().isEqualTo(hex(golden));
    }

    private static void holdsBatch(String name, Batch batch) throws IOException {
        byte[] golden = golden(name);
        assertThat(BatchCodec.decode(batch.id(), golden).orThrow()).isEqualTo(batch);
        assertThat(BatchCodec.encode(batch)).asHexString().isEqualTo(hex(golden));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = Objects
                .requireNonNull(GoldenFilesTest.class.getResourceAsStream("/wire/v1/" + name + ".hex"), name)) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s",
                    ""));
        }
    }
}

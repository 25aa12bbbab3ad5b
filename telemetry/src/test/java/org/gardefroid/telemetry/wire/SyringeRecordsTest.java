package org.gardefroid.telemetry.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A record that names the vial which a syringe was filled from, also to readers that know nothing of syringes. */
class SyringeRecordsTest {

    private static final BatchId ID = new BatchId(new DeviceId("box-1"), new JournalId("0".repeat(32)), 7);
    private static final VialId SYRINGE = new VialId("s-1");
    private static final ProductId PRODUCT = new ProductId("comirnaty");

    private static byte[] told(Event event, String what, String instead) {
        Batch batch = new Batch(ID, new BatchClock(new BootId("boot-1"), 1_000, Optional.empty()), Sha256.NONE,
                Optional.empty(), Optional.empty(), List.of(new JournalRecord(1_000, event)));
        String bytes = new String(BatchCodec.encode(batch), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(what);
        return bytes.replace(what, instead).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Event drawnUp() {
        return Event.VialHandled.drawnUp(SYRINGE, PRODUCT, new VialId("v-1"));
    }

    private static Decoded.Refused<Batch> refusal(byte[] bytes) {
        return (Decoded.Refused<Batch>) BatchCodec.decode(ID, bytes);
    }

    @Test
    void aReaderThatDoesNotKnowTheFieldTakesASyringeForAVialThatWasDrawnUp() {
        Batch read = BatchCodec.decode(ID, told(drawnUp(), "drawn-from", "drawn-oops")).orThrow();
        assertThat(read.records().getFirst().observation())
                .isEqualTo(new Event.VialHandled(SYRINGE, PRODUCT, VialStep.DRAWN_UP));
    }

    @Test
    void aSyringeIsDrawnUpAndNothingElseIsDoneWithItsVial() {
        assertThat(refusal(told(drawnUp(), "drawn-up", "drawn-it"))).isEqualTo(
                new Decoded.Refused<Batch>(Rejection.UNKNOWN_NAME, "no such step: drawn-it"));
        Decoded.Refused<Batch> diluted = refusal(told(drawnUp(), "hdrawn-up", "gdiluted"));
        assertThat(diluted.reason()).isEqualTo(Rejection.MALFORMED);
        assertThat(diluted.detail()).contains("not diluted from v-1: s-1");
        assertThatIllegalArgumentException().isThrownBy(
                () -> new Event.VialHandled(SYRINGE, PRODUCT, VialStep.DILUTED, Optional.of(new VialId("v-1"))))
                .withMessage("a syringe is drawn up from a vial, and not diluted from v-1: s-1");
    }

    @Test
    void aVialsNameThatIsNoneOrTheSyringesOwnIsMalformedWithItsReason() {
        Decoded.Refused<Batch> odd = refusal(told(drawnUp(), "cv-1", "cV-1"));
        assertThat(odd.reason()).isEqualTo(Rejection.MALFORMED);
        assertThat(odd.detail()).contains("a vial's name", "V-1");
        assertThat(refusal(told(drawnUp(), "cv-1", "cs-1")).detail()).contains("not drawn-up from s-1: s-1");
    }
}

package org.gardefroid.ingest.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptsTest {

    private static final JournalKey KEY = new JournalKey(Sender.BOX, new JournalId("a".repeat(32)));
    private static final Sha256 HASH = Sha256.of(new byte[]{1});

    @Test
    void namesWhatIsStoredAndWhatWasDeclaredAsDropped() {
        Receipt.OfJournal receipt = unasked(row(NumberSet.range(1, 3), NumberSet.of(4), Map.of()));

        assertThat(receipt.stored()).isEqualTo(NumberSet.range(1, 4));
        assertThat(receipt.upTo()).isEqualTo(Receipt.OfJournal.ALL);
        assertThat(receipt.watermarkHash()).as("batch 4 is not there to be compared").isEmpty();
    }

    @Test
    void givesTheHashOfTheBatchAtTheWatermark() {
        assertThat(unasked(row(NumberSet.range(1, 3), NumberSet.EMPTY, Map.of())).watermarkHash()).contains(HASH);
    }

    @Test
    void speaksOfAJournalOfWhichNothingIsThere() {
        Receipt receipt = Receipts.answer(Sender.BOX, new Question(new Nonce(7), List.of(KEY.journal())), Map.of());

        assertThat(receipt).isEqualTo(new Receipt(Optional.of(new Nonce(7)), List.of(new Receipt.OfJournal(
                KEY.journal(), Receipt.OfJournal.ALL, NumberSet.EMPTY, Optional.empty(), Map.of()))));
    }

    @Test
    void saysHowFarItSpeaksWhereThereAreTooManyHoles() {
        NumberSet everyOther = NumberSet.of(LongStream.rangeClosed(1, 300).map(n -> 2 * n).toArray());

        Receipt.OfJournal receipt = unasked(row(everyOther, NumberSet.EMPTY, Map.of(1L, Rejection.MALFORMED, 601L,
                Rejection.MALFORMED)));

        assertThat(receipt.upTo()).isEqualTo(512);
        assertThat(receipt.stored().greatest()).isEqualTo(512);
        assertThat(receipt.rejected()).containsOnlyKeys(1L);
    }

    @Test
    void tellsAForkBesideWhatIsStored() {
        GuardRow row = row(NumberSet.range(1, 3), NumberSet.EMPTY, Map.of());
        Receipt.OfJournal receipt = unasked(new GuardRow(KEY, row.stored(), row.dropped(), row.held(), row.rejected(),
                NumberSet.of(2), row.watermarkHash(), row.boot(), row.predecessor()));

        assertThat(receipt.rejected()).isEqualTo(Map.of(2L, Rejection.FORK));
    }

    private static Receipt.OfJournal unasked(GuardRow row) {
        return Receipts.unasked(List.of(row)).journals().getFirst();
    }

    private static GuardRow row(NumberSet stored, NumberSet dropped, Map<Long, Rejection> rejected) {
        return new GuardRow(KEY, stored, dropped, NumberSet.EMPTY, rejected, NumberSet.EMPTY, Optional.of(HASH),
                Optional.empty(), Optional.empty());
    }
}

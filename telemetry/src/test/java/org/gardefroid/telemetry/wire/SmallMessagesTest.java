package org.gardefroid.telemetry.wire;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class SmallMessagesTest {

    private static final JournalId JOURNAL = new JournalId("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void aReceiptComesBackAsItWas(long nonce) {
        Receipt receipt = new Receipt(Optional.of(new Nonce(nonce)),
                List.of(new Receipt.OfJournal(JOURNAL, 12, NumberSet.range(1, 9).with(12), Optional.of(Sha256.NONE),
                        Map.of(10L, Rejection.FORK, 11L, Rejection.UNKNOWN_NAME)),
                        new Receipt.OfJournal(JOURNAL, 0, NumberSet.EMPTY, Optional.empty(), Map.of())));
        assertThat(ReceiptCodec.decode(ReceiptCodec.encode(receipt)).orThrow()).isEqualTo(receipt);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, Long.MAX_VALUE})
    void aQuestionComesBackAsItWas(long nonce) {
        Question question = new Question(new Nonce(nonce), List.of(JOURNAL));
        assertThat(QuestionCodec.decode(QuestionCodec.encode(question)).orThrow()).isEqualTo(question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1b8000000000000000", "3b8000000000000000"}) // 2^63 and -2^63 - 1
    void aNonceThatNeedsMoreThanSixtyFourSignedBitsIsMalformed(String number) {
        byte[] question = HexFormat.of().parseHex("a2656e6f6e6365" + number + "686a6f75726e616c73"
                + "817820" + HexFormat.of().formatHex(JOURNAL.value().getBytes(US_ASCII)));
        assertThat(QuestionCodec.decode(question)).isInstanceOfSatisfying(Decoded.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Rejection.MALFORMED));
        question[7] = 0x1b;
        question[8] = 0x7f;
        assertThat(QuestionCodec.decode(question)).isInstanceOf(Decoded.Ok.class);
    }

    @Property(tries = 2_000)
    void randomBytesAreRefusedAndNeverThrow(@ForAll byte[] bytes) {
        assertThat(QuestionCodec.decode(bytes)).isInstanceOf(Decoded.Refused.class);
        assertThat(ReceiptCodec.decode(bytes)).isNotNull();
    }

    @Property(tries = 2_000)
    void aFlippedBitIsNeverAnError(@ForAll int where) {
        byte[] bytes = ReceiptCodec.encode(new Receipt(Optional.empty(), List.of(new Receipt.OfJournal(JOURNAL, 9,
                NumberSet.range(1, 9), Optional.of(Sha256.NONE), Map.of(4L, Rejection.FORK)))));
        bytes[Math.floorMod(where / 8, bytes.length)] ^= (byte) (1 << Math.floorMod(where, 8));
        assertThat(ReceiptCodec.decode(bytes)).isNotNull();
    }
}

package org.gardefroid.edge.training;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingKeysTest {

    private final List<Move> moves = new ArrayList<>();
    private final List<String> scans = new ArrayList<>();
    private final TrainingKeys keys = new TrainingKeys(moves::add, scans::add);

    private void press(String text) {
        text.chars().forEach(keys::press);
    }

    @Test
    void eachKeyIsAMoveOfItsOwn() {
        press("lT?b");

        assertThat(moves).containsExactly(Move.LID, Move.TIP, Move.BATTERY);
    }

    @Test
    void afterTheScannersKeyALineIsTypedOrScannedAndMovesNothing() {
        press("v(01)0200");
        assertThat(keys.typed()).contains("(01)0200");
        press("x\b\b0\u001dq\r");

        assertThat(scans).containsExactly("(01)0200\u001dq");
        assertThat(moves).isEmpty();
        assertThat(keys.typed()).isEmpty();
        press("l");
        assertThat(moves).containsExactly(Move.LID);
    }

    @Test
    void anArrowIsNoMoveAndEndsNoLine() {
        press("\u001b[A\u001b[B\u001bOC\u001b[3~");
        assertThat(moves).isEmpty();
        press("v01\u001b[D02\n");
        assertThat(scans).containsExactly("0102");
    }

    @Test
    void escapeAndAnEmptyLineSendNothing() {
        press("v01\u001bv\n");

        assertThat(scans).isEmpty();
        assertThat(keys.typed()).isEmpty();
    }
}

package org.gardefroid.edge.training;

import java.util.Arrays;
import java.util.Optional;

/** What a person can do to the box: by a key, which goes to and fro, or by words, which say which way. */
public enum Move {
    LID('l', "lid open", "lid closed"),
    TIP('t', "tipped", "upright"),
    SHOCK('k', "struck", ""),
    PROBE('p', "probe pulled", "probe back"),
    CALIBRATION('e', "calibration due", "calibration renewed"),
    NETWORK('n', "network cut", "network back"),
    POWER('g', "power cut", "power back"),
    BATTERY('b', "battery draining", "battery charging"),
    ICE('i', "ice melted", "ice back"),
    HEAT('h', "heat wave", "usual weather"),
    CLOCK('c', "clock 1970", "clock right"),
    HANG('x', "loop hangs", "loop runs"),
    DOSE('d', "dose", ""),
    /** The words are followed by what the scanner sends; after the key it is typed, or scanned. */
    SCAN('v', "scan", ""),
    HEARD('a', "heard", ""),
    QUIET('s', "quiet", ""),
    SPEED('f', "fast", "slow"),
    END('q', "end", "");

    private final char key;
    private final String there;
    private final String back;

    Move(char key, String there, String back) {
        this.key = key;
        this.there = there;
        this.back = back;
    }

    public char key() {
        return key;
    }

    /** The words of this move, there or back. */
    public String words(boolean isBack) {
        return isBack ? back : there;
    }

    public static Optional<Move> ofKey(int key) {
        return Arrays.stream(values()).filter(move -> move.key == Character.toLowerCase(key)).findFirst();
    }
}

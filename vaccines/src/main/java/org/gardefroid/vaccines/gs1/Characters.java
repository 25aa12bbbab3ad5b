package org.gardefroid.vaccines.gs1;

/** The character sets of the GS1 General Specifications, figures 7.11-1 to 7.11-3. */
enum Characters {
    /** Digits. */
    NUMERIC('n', "0123456789"),
    /** GS1 AI encodable character set 82. */
    SET_82('x', "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /** GS1 AI encodable character set 39. */
    SET_39('y', "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** GS1 AI encodable character set 64: base64 that is safe in an address, with padding. */
    SET_64('z', "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private final char letter;
    private final String all;

    Characters(char letter, String all) {
        this.letter = letter;
        this.all = all;
    }

    boolean has(char character) {
        return all.indexOf(character) >= 0;
    }

    /** The character's place in its set, from 0. */
    int place(char character) {
        return all.indexOf(character);
    }

    static Characters ofLetter(char letter) {
        for (Characters each : values()) {
            if (each.letter == letter) {
                return each;
            }
        }
        throw new IllegalArgumentException("no character set is called " + letter);
    }
}

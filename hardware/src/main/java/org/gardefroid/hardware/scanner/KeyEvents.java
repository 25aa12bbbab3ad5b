package org.gardefroid.hardware.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * Makes lines of key events (linux/input.h): keys are places on a keyboard, and the scanner is taken to be set to the
 * American layout, which scanners are as delivered. Control with the right bracket is GS; Alt with digits is the
 * character of that number.
 */
final class KeyEvents {

    /** Of a machine with 64 bits: two words of time, type, code, value. */
    static final int EVENT_BYTES = 24;
    /** The most that a GS1 symbol holds; what is longer is noise, and is dropped. */
    static final int LONGEST_LINE = 4_096;

    private static final int KEY_EVENT = 1;
    private static final int RELEASED = 0;
    private static final int PRESSED = 1;
    private static final int ENTER = 28;
    private static final int KEYPAD_ENTER = 96;
    private static final int RIGHT_BRACKET = 27;
    private static final char GROUP_SEPARATOR = '\u001d';

    /** Rows of keys from their first code on, plain and with Shift. */
    private static final Map<Integer, String[]> ROWS = Map.of(2, new String[]{"1234567890-=", "!@#$%^&*()_+"}, 16,
            new String[]{"qwertyuiop[]", "QWERTYUIOP{}"}, 30, new String[]{"asdfghjkl;'`", "ASDFGHJKL:\"~"}, 43,
            new String[]{"\\zxcvbnm,./", "|ZXCVBNM<>?"}, 57, new String[]{" ", " "});
    private static final String KEYPAD = "789-456+1230.";
    private static final int KEYPAD_FIRST = 71;

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder number = new StringBuilder();
    private boolean shift;
    private boolean control;
    private boolean alt;

    /** @return a line, if this event ended one that is not empty */
    Optional<String> line(byte[] event) {
        ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getShort(16) != KEY_EVENT) {
            return Optional.empty();
        }
        int code = Short.toUnsignedInt(fields.getShort(18));
        int value = fields.getInt(20);
        if (isModifier(code, value != RELEASED) || value != PRESSED) {
            return Optional.empty();
        }
        if (code != ENTER && code != KEYPAD_ENTER) {
            add(code);
            return Optional.empty();
        }
        String whole = line.toString();
        line.setLength(0);
        return whole.isEmpty() || whole.length() > LONGEST_LINE ? Optional.empty() : Optional.of(whole);
    }

    private boolean isModifier(int code, boolean isDown) {
        switch (code) {
            case 42, 54 -> shift = isDown;
            case 29, 97 -> control = isDown;
            case 56, 100 -> {
                alt = isDown;
                if (!isDown && !number.isEmpty()) {
                    line.append((char) (Integer.parseInt(number.toString()) & 0xFF));
                    number.setLength(0);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(int code) {
        if (line.length() > LONGEST_LINE) {
            return;
        }
        if (control && code == RIGHT_BRACKET) {
            line.append(GROUP_SEPARATOR);
            return;
        }
        character(code).ifPresent(each -> {
            if (alt && Character.isDigit(each) && number.length() < 4) {
                number.append(each);
            } else if (!control && !alt) {
                line.append(each);
            }
        });
    }

    private Optional<Character> character(int code) {
        if (code >= KEYPAD_FIRST && code < KEYPAD_FIRST + KEYPAD.length()) {
            return Optional.of(KEYPAD.charAt(code - KEYPAD_FIRST));
        }
        return ROWS.entrySet().stream()
                .filter(row -> code >= row.getKey() && code < row.getKey() + row.getValue()[0].length())
                .map(row -> row.getValue()[shift ? 1 : 0].charAt(code - row.getKey())).findFirst();
    }
}

package org.gardefroid.hardware.ssd1306;

import java.util.Arrays;
import java.util.Map;

/** What the display shows: points, and figures of seven segments, large enough to be read across a table. */
public final class Frame {

    public static final int WIDTH = 128;
    public static final int HEIGHT = 64;

    /** Segments a to g from bit 0 on: top, right above, right below, bottom, left below, left above, middle. */
    private static final Map<Character, Integer> SEGMENTS = Map.ofEntries(Map.entry('0', 0x3F), Map.entry('1', 0x06),
            Map.entry('2', 0x5B), Map.entry('3', 0x4F), Map.entry('4', 0x66), Map.entry('5', 0x6D),
            Map.entry('6', 0x7D), Map.entry('7', 0x07), Map.entry('8', 0x7F), Map.entry('9', 0x6F),
            Map.entry('-', 0x40), Map.entry('°', 0x63), Map.entry('C', 0x39), Map.entry('E', 0x79),
            Map.entry('r', 0x50), Map.entry(' ', 0x00));

    /** The display's own order: a byte is eight points below one another, 128 of them a page, eight pages. */
    private final byte[] points = new byte[WIDTH * HEIGHT / 8];

    /** Lights a point; those beyond the edge are left out. */
    public void light(int x, int y) {
        if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
            points[y / 8 * WIDTH + x] |= (byte) (1 << y % 8);
        }
    }

    boolean isLit(int x, int y) {
        return (points[y / 8 * WIDTH + x] >> y % 8 & 1) != 0;
    }

    /**
     * Draws a text of figures.
     *
     * @param height of a figure in points, 9 to 64; its width is half of that
     * @param text of {@code 0-9 - ° C E r}, space, and points or commas between
     * @return where the next figure would begin
     */
    public int figures(int x, int y, int height, String text) {
        int thick = Math.max(1, height / 9);
        int width = height / 2;
        int at = x;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '.' || each == ',') {
                bar(at, y + height - 2 * thick, 2 * thick, 2 * thick);
                at += 3 * thick;
            } else {
                Integer lit = SEGMENTS.get(each);
                if (lit == null) {
                    throw new IllegalArgumentException("seven segments do not show this character: " + each);
                }
                figure(at, y, width, height, thick, lit);
                at += width + 2 * thick;
            }
        }
        return at;
    }

    private void figure(int x, int y, int width, int height, int thick, int lit) {
        int half = height / 2;
        int[][] bars = {{x, y, width, thick}, {x + width - thick, y, thick, half},
            {x + width - thick, y + half, thick, height - half}, {x, y + height - thick, width, thick},
            {x, y + half, thick, height - half}, {x, y, thick, half},
            {x, y + half - thick / 2, width, thick}};
        for (int segment = 0; segment < bars.length; segment++) {
            if ((lit >> segment & 1) != 0) {
                bar(bars[segment][0], bars[segment][1], bars[segment][2], bars[segment][3]);
            }
        }
    }

    /** Lights a rectangle. */
    public void bar(int x, int y, int width, int height) {
        for (int dx = 0; dx < width; dx++) {
            for (int dy = 0; dy < height; dy++) {
                light(x + dx, y + dy);
            }
        }
    }

    byte[] page(int page) {
        return Arrays.copyOfRange(points, page * WIDTH, (page + 1) * WIDTH);
    }
}

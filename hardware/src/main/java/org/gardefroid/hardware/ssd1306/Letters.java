package org.gardefroid.hardware.ssd1306;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Capitals, five points wide and seven high, each point two rows: to be read at arm's length, in gloves and in the sun. */
final class Letters {

    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;

    /** A line of characters, and their seven rows below it. */
    private static final String DRAWN = """
            A     B     C     D     E     F     G     H     I     J     K     L     M
            .###. ####. .#### ####. ##### ##### .#### #...# .###. ..### #...# #.... #...#
            #...# #...# #.... #...# #.... #.... #.... #...# ..#.. ...#. #..#. #.... ##.##
            #...# #...# #.... #...# #.... #.... #.... #...# ..#.. ...#. #.#.. #.... #.#.#
            ##### ####. #.... #...# ####. ####. #.### ##### ..#.. ...#. ##... #.... #.#.#
            #...# #...# #.... #...# #.... #.... #...# #...# ..#.. ...#. #.#.. #.... #...#
            #...# #...# #.... #...# #.... #.... #...# #...# ..#.. #..#. #..#. #.... #...#
            #...# ####. .#### ####. ##### #.... .###. #...# .###. .##.. #...# ##### #...#
            N     O     P     Q     R     S     T     U     V     W     X     Y     Z
            #...# .###. ####. .###. ####. .#### ##### #...# #...# #...# #...# #...# #####
            ##..# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# #...# #...# ....#
            ##..# #...# #...# #...# #...# #.... ..#.. #...# #...# #...# .#.#. .#.#. ...#.
            #.#.# #...# ####. #...# ####. .###. ..#.. #...# #...# #.#.# ..#.. ..#.. ..#..
            #..## #...# #.... #.#.# #.#.. ....# ..#.. #...# #...# #.#.# .#.#. ..#.. .#...
            #..## #...# #.... #..#. #..#. ....# ..#.. #...# .#.#. ##.## #...# ..#.. #....
            #...# .###. #.... .##.# #...# ####. ..#.. .###. ..#.. #...# #...# ..#.. #####
            0     1     2     3     4     5     6     7     8     9     :     .     ,
            .###. ..#.. .###. ####. ...#. ##### .###. ##### .###. .###. ..... ..... .....
            #...# .##.. #...# ....# ..##. #.... #.... ....# #...# #...# ..#.. ..... .....
            #..## ..#.. ....# ....# .#.#. #.... #.... ...#. #...# #...# ..#.. ..... .....
            #.#.# ..#.. ...#. .###. #..#. ####. ####. ..#.. .###. .#### ..... ..... .....
            ##..# ..#.. ..#.. ....# ##### ....# #...# ..#.. #...# ....# ..#.. ..... ..#..
            #...# ..#.. .#... ....# ...#. ....# #...# ..#.. #...# ....# ..#.. .##.. ..#..
            .###. .###. ##### ####. ...#. ####. .###. ..#.. .###. .###. ..... .##.. .#...
            -     +     %     /     (     )     °     '     ?     !
            ..... ..... ##..# ....# ...#. .#... .##.. ..#.. .###. ..#..
            ..... ..#.. ##..# ....# ..#.. ..#.. #..#. ..#.. #...# ..#..
            ..... ..#.. ...#. ...#. .#... ...#. #..#. .#... ....# ..#..
            .###. ##### ..#.. ..#.. .#... ...#. .##.. ..... ...#. ..#..
            ..... ..#.. .#... .#... .#... ...#. ..... ..... ..#.. .....
            ..... ..#.. #..## #.... ..#.. ..#.. ..... ..... ..... ..#..
            ..... ..... #..## #.... ...#. .#... ..... ..... ..#.. ..#..
            """;

    private static final Map<Character, String[]> ROWS = rows();

    private Letters() {}

    private static Map<Character, String[]> rows() {
        Map<Character, String[]> all = new HashMap<>();
        String[] lines = DRAWN.split("\n", -1);
        for (int block = 0; block + HEIGHT < lines.length; block += HEIGHT + 1) {
            for (int at = 0; at < lines[block].length(); at += WIDTH + 1) {
                String[] rows = new String[HEIGHT];
                for (int row = 0; row < HEIGHT; row++) {
                    rows[row] = lines[block + 1 + row].substring(at, at + WIDTH);
                }
                all.put(lines[block].charAt(at), rows);
            }
        }
        all.put(' ', new String[0]);
        all.put('−', all.getOrDefault('-', new String[0]));
        all.put('’', all.getOrDefault('\'', new String[0]));
        return all;
    }

    /** Whether it can be read; what cannot is shown as a question mark. */
    static boolean knows(char letter) {
        return ROWS.containsKey(base(letter));
    }

    private static char base(char letter) {
        return apart(letter).charAt(0);
    }

    /** The letter, then its accents. */
    private static String apart(char letter) {
        return Normalizer.normalize(Character.toString(letter).toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    static void draw(Frame frame, int x, int y, char letter) {
        String[] rows = ROWS.getOrDefault(base(letter), ROWS.getOrDefault('?', new String[0]));
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < WIDTH; column++) {
                if (rows[row].charAt(column) == '#') {
                    frame.bar(x + column, y + 2 + 2 * row, 1, 2);
                }
            }
        }
        apart(letter).chars().skip(1).forEach(accent -> accent(frame, x, y, accent));
    }

    private static void accent(Frame frame, int x, int y, int accent) {
        switch (accent) {
            case '\u0301' -> frame.bar(x + 2, y, 2, 1);
            case '\u0300' -> frame.bar(x + 1, y, 2, 1);
            case '\u0302', '\u0308' -> frame.bar(x + 1, y, 3, 1);
            default -> {
            }
        }
    }
}

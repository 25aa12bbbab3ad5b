package org.gardefroid.hardware.wiring;

import java.util.Locale;
import org.gardefroid.hardware.wiring.WiringText.Symbol;

/** Strokes, words and symbols of a drawing, in pixels from its upper left corner. */
final class Svg {

    private static final String INK = "#263238";

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                .formatted(width, height))
                .append("font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    }

    String end() {
        return text + "</svg>\n";
    }

    void line(String colour, int fromX, int fromY, int toX, int toY) {
        text.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2.5\"/>\n".formatted(
                fromX, fromY, toX, toY, colour));
    }

    /** Where two wires are joined, as against where they cross. */
    void joint(String colour, int x, int y) {
        text.append("<circle cx=\"%d\" cy=\"%d\" r=\"4.5\" fill=\"%s\"/>\n".formatted(x, y, colour));
    }

    void box(int x, int y, int width, int height) {
        text.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f5f7f8\" stroke=\"#37474f\"/>\n"
                        .formatted(x, y, width, height));
    }

    void flag(String colour, int x, int y, String word) {
        text.append("<rect x=\"%d\" y=\"%d\" width=\"46\" height=\"18\" rx=\"4\" fill=\"%s\"/>\n".formatted(x, y - 9,
                colour));
        words(x + 23, y + 5, "fill=\"#ffffff\" text-anchor=\"middle\" font-size=\"12\"", word);
    }

    /** The part's number in the parts list. */
    void number(int x, int y, String number) {
        text.append("<rect x=\"%d\" y=\"%d\" width=\"34\" height=\"20\" rx=\"10\" fill=\"#ffffff\" stroke=\"%s\"/>\n"
                .formatted(x, y - 15, INK));
        words(x + 17, y, "text-anchor=\"middle\" font-size=\"13\"", number);
    }

    void words(int x, int y, String style, String words) {
        text.append("<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, style,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    /** A component with two ends, upright: from the upper to the lower. Of a diode the current goes down. */
    void symbol(Symbol symbol, int x, int upper, int lower) {
        int middle = (upper + lower) / 2;
        switch (symbol) {
            case BOX -> throw new IllegalArgumentException("a box is no symbol");
            case RESISTOR -> {
                leads(x, upper, middle - 11, middle + 11, lower);
                rectangle(x - 6, middle - 11, 12, 22);
            }
            case FUSE -> {
                rectangle(x - 6, middle - 11, 12, 22);
                leads(x, upper, middle + 11, middle + 11, lower);
            }
            case CAPACITOR -> {
                leads(x, upper, middle - 4, middle + 4, lower);
                line(INK, x - 11, middle - 4, x + 11, middle - 4);
                line(INK, x - 11, middle + 4, x + 11, middle + 4);
            }
            case DIODE -> {
                leads(x, upper, middle - 9, middle + 9, lower);
                text.append(String.format(Locale.ROOT, "<path d=\"M%d %d h20 l-10 18 z\" fill=\"%s\"/>\n", x - 10,
                        middle - 9, INK));
                line(INK, x - 10, middle + 9, x + 10, middle + 9);
            }
        }
    }

    private void leads(int x, int upper, int end, int begin, int lower) {
        line(INK, x, upper, x, end);
        line(INK, x, begin, x, lower);
    }

    private void rectangle(int x, int y, int width, int height) {
        text.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                        .formatted(x, y, width, height, INK));
    }
}

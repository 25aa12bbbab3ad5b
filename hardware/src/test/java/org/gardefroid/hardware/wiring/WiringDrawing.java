package org.gardefroid.hardware.wiring;

import java.util.List;
import java.util.Map;
import org.gardefroid.hardware.wiring.WiringText.Net;
import org.gardefroid.hardware.wiring.WiringText.Part;

/** Board at the left, parts at the right, a lane for each signal between them; supplies are flags, so that wires stay few. */
final class WiringDrawing {

    private static final int ROW = 24;
    private static final int TOP = 78;
    private static final int BOARD_LEFT = 20;
    private static final int BOARD_WIDTH = 450;
    private static final int LANE = 20;
    private static final int PART_WIDTH = 560;

    private final StringBuilder svg = new StringBuilder();
    private final WiringText text;
    private final List<Net> signals;
    private final int partLeft;

    private WiringDrawing(WiringText text) {
        this.text = text;
        this.signals = text.nets().values().stream().filter(net -> !net.isSupply()).toList();
        this.partLeft = BOARD_LEFT + BOARD_WIDTH + LANE * (signals.size() + 2) + 70;
    }

    static String svg(WiringText text) {
        return new WiringDrawing(text).draw();
    }

    private String draw() {
        int rows = text.parts().stream().mapToInt(part -> part.pins().size() + 2).sum();
        int width = partLeft + PART_WIDTH + 20;
        int height = TOP + rows * ROW + 20;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" ".formatted(
                        width, height))
                .append("font-size=\"14\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        words(BOARD_LEFT, 34, "font-size=\"22\" font-weight=\"bold\"", text.title());
        board();
        int y = TOP;
        for (Part part : text.parts()) {
            part(part, y);
            y += (part.pins().size() + 2) * ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private void board() {
        int rows = text.nets().size() + 1;
        box(BOARD_LEFT, TOP, BOARD_WIDTH, rows * ROW + 10);
        words(BOARD_LEFT + 10, TOP + 18, "font-weight=\"bold\"", text.board());
        int row = 1;
        for (Net net : text.nets().values()) {
            int y = TOP + row++ * ROW + ROW / 2 + 6;
            words(BOARD_LEFT + 10, y + 5, "font-weight=\"bold\" fill=\"" + net.colour() + "\"", net.name());
            words(BOARD_LEFT + 74, y + 5, "", net.isSupply()
                    ? "broches · pins " + net.headerPins()
                    : "broche · pin " + net.headerPins() + ", " + net.bcm() + " : " + net.note());
            if (!net.isSupply()) {
                lane(net, y);
            }
        }
        int y = TOP + (rows + 2) * ROW;
        for (String note : text.notes()) {
            words(BOARD_LEFT + 10, y, "font-size=\"12\"", note);
            y += ROW;
        }
    }

    /** From the board to the net's lane, and along it as far as its last part. */
    private void lane(Net net, int boardY) {
        int lane = laneOf(net);
        line(net, BOARD_LEFT + BOARD_WIDTH, boardY, lane, boardY);
        int lowest = boardY;
        int highest = boardY;
        int y = TOP;
        for (Part part : text.parts()) {
            int pinY = y + ROW + ROW / 2;
            for (String each : part.pins().values()) {
                if (each.equals(net.name())) {
                    lowest = Math.max(lowest, pinY);
                    highest = Math.min(highest, pinY);
                }
                pinY += ROW;
            }
            y += (part.pins().size() + 2) * ROW;
        }
        line(net, lane, highest, lane, lowest);
    }

    private void part(Part part, int top) {
        box(partLeft, top, PART_WIDTH, (part.pins().size() + 1) * ROW + 4);
        words(partLeft + 10, top + 18, "font-weight=\"bold\"", part.name());
        int y = top + ROW + ROW / 2;
        for (Map.Entry<String, String> pin : part.pins().entrySet()) {
            Net net = text.net(pin.getValue());
            words(partLeft + 10, y + 5, "", pin.getKey());
            if (net.isSupply()) {
                flag(net, y);
            } else {
                line(net, laneOf(net), y, partLeft, y);
                svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>\n".formatted(laneOf(net), y,
                        net.colour()));
            }
            y += ROW;
        }
    }

    private void flag(Net net, int y) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"46\" height=\"18\" rx=\"4\" fill=\"%s\"/>\n".formatted(
                partLeft - 56, y - 9, net.colour()));
        words(partLeft - 33, y + 5, "fill=\"#ffffff\" text-anchor=\"middle\" font-size=\"12\"", net.name());
        line(net, partLeft - 10, y, partLeft, y);
    }

    private int laneOf(Net net) {
        return BOARD_LEFT + BOARD_WIDTH + LANE * (signals.indexOf(net) + 1);
    }

    private void line(Net net, int fromX, int fromY, int toX, int toY) {
        svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2.5\"/>\n".formatted(
                fromX, fromY, toX, toY, net.colour()));
    }

    private void box(int x, int y, int width, int height) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#f5f7f8\" stroke=\"#37474f\"/>\n"
                .formatted(x, y, width, height));
    }

    private void words(int x, int y, String style, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, style,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }
}

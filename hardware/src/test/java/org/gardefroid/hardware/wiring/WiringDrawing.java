package org.gardefroid.hardware.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.hardware.wiring.WiringText.Net;
import org.gardefroid.hardware.wiring.WiringText.Part;
import org.gardefroid.hardware.wiring.WiringText.Symbol;

/**
 * Board at the left, parts at the right, a lane for each signal between them; supplies are flags, so that wires stay few, and
 * wires that only join parts share the lanes next to these.
 */
final class WiringDrawing {

    private static final int ROW = 24;
    private static final int TOP = 78;
    private static final int BOARD_LEFT = 20;
    private static final int BOARD_WIDTH = 460;
    private static final int LANE = 20;
    private static final int PART_WIDTH = 620;
    /** Between the last lane and the parts, for the supplies' flags. */
    private static final int FLAGS = 70;
    private static final int SYMBOL = 30;
    private static final String GREY = "#78909c";

    private final WiringText text;
    private final List<Net> signals;
    private final Map<String, Integer> lanes = new LinkedHashMap<>();
    private final int partLeft;
    private final Svg svg;

    /** Where a wire goes up and down. */
    private record Span(int upper, int lower) {

        Span with(int y) {
            return new Span(Math.min(upper, y), Math.max(lower, y));
        }

        /** So near that two wires would be taken for one. */
        boolean meets(Span other) {
            return upper <= other.lower + 3 * ROW && other.upper <= lower + 3 * ROW;
        }
    }

    private WiringDrawing(WiringText text) {
        this.text = text;
        this.signals = text.nets().values().stream().filter(net -> net.isOnHeader() && !net.isSupply()).toList();
        int count = signals.size() + placeWires();
        this.partLeft = BOARD_LEFT + BOARD_WIDTH + LANE * (count + 1) + FLAGS;
        int rows = text.parts().stream().mapToInt(WiringDrawing::height).sum();
        this.svg = new Svg(partLeft + PART_WIDTH + 20, TOP + rows + 20);
    }

    static String svg(WiringText text) {
        return new WiringDrawing(text).draw();
    }

    private String draw() {
        svg.words(BOARD_LEFT, 34, "font-size=\"22\" font-weight=\"bold\"", text.title());
        board();
        lanes.forEach((name, lane) -> {
            Span span = span(name);
            svg.line(text.net(name).colour(), lane, span.upper(), lane, span.lower());
        });
        int y = TOP;
        for (Part part : text.parts()) {
            if (part.symbol() == Symbol.BOX) {
                part(part, y);
            } else {
                component(part, y);
            }
            y += height(part);
        }
        return svg.end();
    }

    private void board() {
        List<Net> onHeader = text.nets().values().stream().filter(Net::isOnHeader).toList();
        svg.box(BOARD_LEFT, TOP, BOARD_WIDTH, (onHeader.size() + 1) * ROW + 10);
        svg.words(BOARD_LEFT + 10, TOP + 18, "font-weight=\"bold\"", text.board());
        for (Net net : onHeader) {
            int y = boardY(net);
            svg.words(BOARD_LEFT + 10, y + 5, "font-weight=\"bold\" fill=\"" + net.colour() + "\"", net.name());
            svg.words(BOARD_LEFT + 74, y + 5, "", net.isSupply()
                    ? "broches · pins " + net.headerPins()
                    : "broche · pin " + net.headerPins() + ", " + net.bcm() + " : " + net.note());
            if (!net.isSupply()) {
                svg.line(net.colour(), BOARD_LEFT + BOARD_WIDTH, y, lane(net), y);
            }
        }
        int y = TOP + (onHeader.size() + 3) * ROW;
        for (String note : text.notes()) {
            svg.words(BOARD_LEFT + 10, y, "font-size=\"14\"", note);
            y += ROW;
        }
    }

    private int boardY(Net net) {
        List<Net> onHeader = text.nets().values().stream().filter(Net::isOnHeader).toList();
        return TOP + (onHeader.indexOf(net) + 1) * ROW + ROW / 2 + 6;
    }

    private void part(Part part, int top) {
        svg.box(partLeft, top, PART_WIDTH, height(part) - ROW + 4);
        svg.words(partLeft + 10, top + 18, "font-weight=\"bold\"",
                part.count() == 1 ? part.name() : part.name() + " (×" + part.count() + ")");
        if (!part.item().equals(WiringText.FREE)) {
            svg.number(partLeft + PART_WIDTH - 44, top + 19, part.item());
        }
        int pin = 0;
        for (Map.Entry<String, String> each : part.pins().entrySet()) {
            int y = pinY(part, top, pin++);
            svg.words(partLeft + 10, y + 5, "", each.getKey());
            if (each.getValue().equals(WiringText.FREE)) {
                svg.words(partLeft + 110, y + 5, "font-size=\"12\" fill=\"" + GREY + "\"", "libre · not connected");
            } else {
                wire(each.getValue(), y, partLeft);
                svg.words(partLeft + 110, y + 5, "font-size=\"12\" fill=\"" + text.net(each.getValue()).colour() + "\"",
                        each.getValue());
            }
        }
    }

    private void component(Part part, int top) {
        int x = partLeft + SYMBOL;
        int upper = pinY(part, top, 0);
        int lower = pinY(part, top, 1);
        int pin = 0;
        for (String net : part.pins().values()) {
            wire(net, pinY(part, top, pin++), x);
        }
        svg.symbol(part.symbol(), x, upper, lower);
        svg.words(x + 24, (upper + lower) / 2 + 5, "font-weight=\"bold\"", part.name());
        svg.number(partLeft + PART_WIDTH - 44, (upper + lower) / 2 + 5, part.item());
        if (part.symbol() == Symbol.DIODE) {
            svg.words(x + 24, lower + 5, "font-size=\"12\"", "anneau · ring");
        }
    }

    /** From a pin to its net: a flag, or a joint on its lane. */
    private void wire(String name, int y, int toX) {
        Net net = text.net(name);
        if (net.isSupply()) {
            svg.flag(net.colour(), partLeft - 56, y, name);
            svg.line(net.colour(), partLeft - 10, y, toX, y);
        } else {
            svg.line(net.colour(), lane(net), y, toX, y);
            svg.joint(net.colour(), lane(net), y);
        }
    }

    /** Wires that are far from one another share a lane. Gives how many lanes there are. */
    private int placeWires() {
        signals.forEach(net -> lanes.put(net.name(), laneX(signals.indexOf(net))));
        List<List<Span>> taken = new ArrayList<>();
        for (Net net : text.nets().values().stream().filter(each -> !each.isOnHeader()).toList()) {
            Span span = span(net.name());
            int lane = 0;
            while (lane < taken.size() && taken.get(lane).stream().anyMatch(span::meets)) {
                lane++;
            }
            if (lane == taken.size()) {
                taken.add(new ArrayList<>());
            }
            taken.get(lane).add(span);
            lanes.put(net.name(), laneX(signals.size() + lane));
        }
        return taken.size();
    }

    private Span span(String name) {
        Net net = text.net(name);
        Span span = net.isOnHeader()
                ? new Span(boardY(net), boardY(net))
                : new Span(Integer.MAX_VALUE, Integer.MIN_VALUE);
        int top = TOP;
        for (Part part : text.parts()) {
            int pin = 0;
            for (String each : part.pins().values()) {
                int y = pinY(part, top, pin++);
                span = each.equals(name) ? span.with(y) : span;
            }
            top += height(part);
        }
        return span;
    }

    private static int height(Part part) {
        return part.symbol() == Symbol.BOX ? (part.pins().size() + 2) * ROW : 3 * ROW;
    }

    private static int pinY(Part part, int top, int pin) {
        return part.symbol() == Symbol.BOX ? top + (pin + 1) * ROW + ROW / 2 : top + pin * 2 * ROW;
    }

    private int lane(Net net) {
        return lanes.getOrDefault(net.name(), partLeft);
    }

    private static int laneX(int number) {
        return BOARD_LEFT + BOARD_WIDTH + LANE * (number + 1);
    }
}

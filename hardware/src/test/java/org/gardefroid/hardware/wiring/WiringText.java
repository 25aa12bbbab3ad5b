package org.gardefroid.hardware.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A build's wiring as it is written: which pin of which part hangs on which net, and where the board has it. */
record WiringText(String title, String board, Map<String, Net> nets, List<Part> parts, List<String> notes) {

    /** What a pin hangs on that is left free. */
    static final String FREE = "-";

    /**
     * @param headerPins empty for a wire that joins parts alone
     * @param bcm empty for a supply
     * @param note of a signal; empty for a supply
     */
    record Net(String name, String headerPins, String bcm, String colour, String note) {

        boolean isSupply() {
            return bcm.isEmpty() && isOnHeader();
        }

        boolean isOnHeader() {
            return !headerPins.isEmpty();
        }
    }

    /** What a part is drawn as. */
    enum Symbol {
        BOX,
        RESISTOR,
        CAPACITOR,
        DIODE,
        FUSE
    }

    /**
     * @param item its number in the parts list; {@link #FREE} for what is there already, such as the building's alarm
     * @param count how many of the item it is
     * @param pins by the name that is printed on the part, the net that each hangs on, or {@link #FREE}; of a diode the anode first
     */
    record Part(Symbol symbol, String item, int count, String name, Map<String, String> pins) {

        /** As the pin table has it: R1, INA219, Bouton « vu ». */
        String shortName() {
            return name.replaceAll("( 0x|,| \\+| ·).*", "");
        }
    }

    static WiringText read(String text) {
        String title = "";
        String board = "";
        Map<String, Net> nets = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("#")).toList()) {
            String[] word = line.split(" \\| ", -1);
            switch (word[0]) {
                case "title" -> title = word[1];
                case "board" -> board = word[1];
                case "power" -> nets.put(word[1], new Net(word[1], word[3], "", word[2], ""));
                case "net" -> nets.put(word[1], new Net(word[1], word[2], word[3], word[4], word[5]));
                case "wire" -> nets.put(word[1], new Net(word[1], "", "", word[2], ""));
                case "part" -> parts.add(part(word));
                case "resistor" -> parts.add(component(Symbol.RESISTOR, word));
                case "capacitor" -> parts.add(component(Symbol.CAPACITOR, word));
                case "diode" -> parts.add(component(Symbol.DIODE, word));
                case "fuse" -> parts.add(component(Symbol.FUSE, word));
                case "note" -> notes.add(word[1]);
                default -> throw new IllegalArgumentException("no such kind of line: " + line);
            }
        }
        return new WiringText(title, board, nets, parts, notes);
    }

    private static Part part(String[] word) {
        String[] item = word[1].split("×", -1);
        return new Part(Symbol.BOX, item[0], item.length == 1 ? 1 : Integer.parseInt(item[1]), word[2], pins(word[3]));
    }

    /** Two ends, in the order in which they are drawn. */
    private static Part component(Symbol symbol, String[] word) {
        Map<String, String> ends = new LinkedHashMap<>();
        ends.put(symbol == Symbol.DIODE ? "A" : "1", word[4]);
        ends.put(symbol == Symbol.DIODE ? "K" : "2", word[5]);
        return new Part(symbol, word[1], 1, word[2] + " · " + word[3], ends);
    }

    private static Map<String, String> pins(String text) {
        Map<String, String> pins = new LinkedHashMap<>();
        for (String pin : text.split(" ", -1)) {
            int sign = pin.lastIndexOf('=');
            pins.put(pin.substring(0, sign), pin.substring(sign + 1));
        }
        return pins;
    }

    Net net(String name) {
        Net net = nets.get(name);
        if (net == null) {
            throw new IllegalArgumentException("no such net: " + name);
        }
        return net;
    }

    /** The pin table of the instructions. */
    String pinTable() {
        StringBuilder table = new StringBuilder("| Broche | BCM | Fil | Va à |\n|---|---|---|---|\n");
        for (Net net : nets.values()) {
            List<String> ends = parts.stream().flatMap(part -> part.pins().entrySet().stream()
                    .filter(pin -> pin.getValue().equals(net.name()))
                    .map(pin -> part.shortName() + " " + pin.getKey())).toList();
            table.append("| ").append(net.isOnHeader() ? net.headerPins() : "—").append(" | ")
                    .append(net.bcm().replace("BCM ", "")).append(" | ").append(net.name())
                    .append(net.note().isEmpty() ? "" : ", " + net.note()).append(" | ")
                    .append(net.isSupply()
                            ? ends.size() + (ends.size() == 1 ? " fil · wire : " : " fils · wires : ")
                            : "")
                    .append(String.join(" ; ", ends)).append(" |\n");
        }
        return table.toString();
    }
}

package org.gardefroid.hardware.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A build's wiring as it is written: which pin of which part hangs on which net, and where the board has it. */
record WiringText(String title, String board, Map<String, Net> nets, List<Part> parts,
        List<String> notes) {

    /**
     * @param bcm empty for a supply
     * @param note of a signal; empty for a supply
     */
    record Net(String name, String headerPins, String bcm, String colour, String note) {

        boolean isSupply() {
            return bcm.isEmpty();
        }
    }

    /** @param pins by the name that is printed on the part, the net that each hangs on */
    record Part(String name, Map<String, String> pins) {}

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
                case "part" -> parts.add(new Part(word[1], pins(word[2])));
                case "note" -> notes.add(word[1]);
                default -> throw new IllegalArgumentException(
                        "a line is title, board, power, net, part or note: " + line);
            }
        }
        return new WiringText(title, board, nets, parts, notes);
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
                    .map(pin -> part.name().replaceAll("( 0x|,| \\+| ·).*", "") + " " + pin.getKey())).toList();
            table.append("| ").append(net.headerPins()).append(" | ").append(net.bcm().replace("BCM ", ""))
                    .append(" | ").append(net.name()).append(net.isSupply() ? "" : ", " + net.note()).append(" | ")
                    .append(net.isSupply() ? "fils : " + ends.size() : String.join(" ; ", ends)).append(" |\n");
        }
        return table.toString();
    }
}

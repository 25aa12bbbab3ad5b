package org.gardefroid.hardware.wiring;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gardefroid.hardware.wiring.WiringText.Part;
import org.gardefroid.hardware.wiring.WiringText.Symbol;

/** A line of the instructions' parts list. */
record ListedPart(int quantity, String what) {

    private static final Pattern REFERENCE = Pattern.compile("\\b[RCDF][1-9]\\b");
    private static final int SHORTEST_WORD = 4;

    /** By its number, written 16b. */
    static Map<String, ListedPart> of(String page) {
        Map<String, ListedPart> parts = new TreeMap<>();
        page.lines().takeWhile(line -> !line.equals("## Broches"))
                .filter(line -> line.matches("\\| [0-9]+( [a-z])? \\| [0-9]+ \\|.*")).forEach(line -> {
                    String[] cell = line.split("\\|", -1);
                    parts.put(cell[1].replace(" ", ""), new ListedPart(Integer.parseInt(cell[2].strip()), cell[3]));
                });
        return parts;
    }

    static Set<String> references(Collection<ListedPart> parts) {
        return parts.stream().flatMap(part -> REFERENCE.matcher(part.what).results()).map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** A component by its reference and its value; anything else by a word of its name. */
    boolean isOf(Part part) {
        if (part.symbol() != Symbol.BOX) {
            return Arrays.stream(part.name().split(" · ", -1)).allMatch(what::contains);
        }
        return Arrays.stream(part.shortName().split(" ", -1))
                .anyMatch(word -> word.length() >= SHORTEST_WORD && what.toLowerCase(Locale.ROOT).contains(
                        word.toLowerCase(Locale.ROOT)));
    }
}

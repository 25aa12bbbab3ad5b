package org.gardefroid.vaccines.gs1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that carries elements, GS1 Digital Link URI Syntax 1.4: in its path a key and its qualifiers, in its query
 * what else there is. Nothing is looked up.
 */
final class DigitalLink {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?|HTTPS?)://(?:[-0-9A-Za-z._~]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?/([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("[\\s<>{}\\\\^`|\"]");

    /** Each key with the rows of qualifiers that may follow it, in this order. */
    private static final Map<String, List<List<String>>> KEYS = Map.ofEntries(key("00"), key("253"), key("255"),
            key("401"), key("402"), key("8003"), key("8013"), key("01", "22 10 21", "235"), key("414", "254", "7040"),
            key("415", "8020"), key("417", "7040"), key("8004", "7040"), key("8006", "22 10 21"), key("8010", "8011"),
            key("8017", "8019"), key("8018", "8019"));

    private final String address;
    private final List<Element> elements = new ArrayList<>();

    private DigitalLink(String address) {
        this.address = address;
    }

    static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    static List<Element> read(String address) {
        return new DigitalLink(address).read();
    }

    private List<Element> read() {
        Matcher parts = ADDRESS.matcher(address);
        if (NOT_IN_AN_ADDRESS.matcher(address).find() || !parts.matches()) {
            throw wrong();
        }
        List<String> open = path(parts.group(1).split("/", -1));
        if (parts.group(2) != null) {
            query(parts.group(2), open);
        }
        return elements;
    }

    /** Reads the rightmost key and what follows it; gives the qualifiers that belong into the path. */
    private List<String> path(String[] segments) {
        for (int at = segments.length - 2; at >= 0; at -= 2) {
            List<List<String>> rows = KEYS.get(segments[at]);
            if (rows == null) {
                continue;
            }
            List<String> qualifiers = new ArrayList<>();
            for (int each = at + 2; each < segments.length; each += 2) {
                qualifiers.add(segments[each]);
            }
            List<String> row = rows.stream().filter(each -> isInOrder(qualifiers, each)).findFirst()
                    .orElseThrow(this::wrong);
            for (int each = at; each < segments.length; each += 2) {
                add(segments[each], decoded(segments[each + 1]));
            }
            return row;
        }
        throw wrong();
    }

    private static boolean isInOrder(List<String> qualifiers, List<String> row) {
        return row.stream().filter(qualifiers::contains).toList().equals(qualifiers);
    }

    private void query(String query, List<String> belongsIntoThePath) {
        for (String pair : query.split("[&;]", -1)) {
            int sign = pair.indexOf('=');
            String name = sign < 0 ? "" : pair.substring(0, sign);
            if (name.matches("\\d+")) {
                boolean isTwice = elements.stream().anyMatch(element -> element.identifier().equals(name));
                if (isTwice || belongsIntoThePath.contains(name)) {
                    throw wrong();
                }
                add(name, decoded(pair.substring(sign + 1).replace('+', ' ')));
            }
        }
    }

    private void add(String digits, String value) {
        ApplicationIdentifier identifier = ApplicationIdentifiers.of(digits)
                .orElseThrow(() -> new UnreadableException(Unreadable.Fault.UNKNOWN_IDENTIFIER, digits));
        boolean isShortGtin = digits.equals("01") && List.of(8, 12, 13).contains(value.length());
        elements.add(Element.of(identifier, isShortGtin ? "0".repeat(14 - value.length()) + value : value));
    }

    private String decoded(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                if (!text.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                    throw wrong();
                }
                bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) text.charAt(i);
            }
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private UnreadableException wrong() {
        return new UnreadableException(Unreadable.Fault.LINK, address);
    }

    private static Map.Entry<String, List<List<String>>> key(String digits, String... rows) {
        List<List<String>> all = rows.length == 0
                ? List.of(List.of())
                : Arrays.stream(rows).map(row -> List.of(row.split(" ", -1))).toList();
        return Map.entry(digits, all);
    }
}

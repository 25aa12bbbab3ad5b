package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.vaccines.Gtin;

/** Reads what a scanner sent, whichever way it was set up to send it. */
public final class ScanReader {

    /** The most that a GS1 symbol holds: 2,335 characters in a DataMatrix, each of which may come written as six. */
    public static final int LONGEST = 16_384;

    /** What scanners, terminals and people write for FNC1. None of it can be part of a value, but for two written out. */
    private static final Pattern STAND_IN = Pattern.compile(
            "\\^]|\\^|\u241d|\\||~1|~d029|<GS>|\\{GS}|\\[GS]|<FNC1>|\\{FNC1}|\\[FNC1]|<0x1D>|\\\\x1d|\\\\u001d|\\\\035|&#29;",
            Pattern.CASE_INSENSITIVE);
    /** GS1-128, DataMatrix, QR, DataBar and composite, DotCode: the symbology says that what follows is GS1's. */
    private static final Pattern GS1_SYMBOL = Pattern.compile("^](?:C1|d2|d5|Q3|Q5|e[0-3]|J1)");
    /** Symbols without FNC1, that may still hold an article number, an address or bracketed text. */
    private static final Pattern OTHER_SYMBOL = Pattern.compile("^](?:E0|E3|I[01]|C0|d1|d4|Q[0-2]|J0)");
    /** What the digits' keys give, without Shift, on a French keyboard. */
    private static final Pattern FRENCH_KEYS = Pattern.compile("à&.*|[&é\"'(\\-è_çà]{13,}.*");
    private static final Pattern ARTICLE = Pattern.compile("\\d{13}|(?!01)\\d{14}");

    private final LocalDate today;

    /** @param today settles the century of a label's two-digit year */
    public ScanReader(LocalDate today) {
        this.today = today;
    }

    /** @param line one scan; the end of line and blanks around it are not part of it */
    public Scan read(String line) {
        try {
            return label(elements(line));
        } catch (UnreadableException e) {
            return e.what();
        }
    }

    static List<Element> elements(String line) {
        if (line.length() > LONGEST) {
            throw new UnreadableException(Unreadable.Fault.TOO_LONG, Integer.toString(line.length()),
                    Integer.toString(LONGEST));
        }
        String text = line.replace("\uFEFF", "").replace("\0", "").strip();
        // Strip takes GS, a control character, for white space: at the ends it means no more than that a scan is GS1's.
        boolean isMarked = line.indexOf(ElementString.SEPARATOR) >= 0;
        if (text.isEmpty() && !isMarked) {
            throw new UnreadableException(Unreadable.Fault.EMPTY);
        }
        if (GS1_SYMBOL.matcher(text).find()) {
            isMarked = true;
            text = text.substring(3);
        } else if (OTHER_SYMBOL.matcher(text).find()) {
            text = text.substring(3);
        } else if (text.startsWith("]")) {
            throw new UnreadableException(Unreadable.Fault.SYMBOLOGY, text.substring(0, Math.min(3, text.length())));
        }
        if (text.startsWith("(") && !FRENCH_KEYS.matcher(text).matches()) {
            return BracketedText.read(text);
        }
        return DigitalLink.isAddress(text) ? DigitalLink.read(text) : raw(text, isMarked);
    }

    private static List<Element> raw(String text, boolean isMarked) {
        if (!isMarked && ARTICLE.matcher(text).matches()) {
            return List.of(article(text));
        }
        String separated = STAND_IN.matcher(text).replaceAll(Character.toString(ElementString.SEPARATOR));
        boolean isGs1 = isMarked || separated.indexOf(ElementString.SEPARATOR) >= 0;
        if (!isGs1 && FRENCH_KEYS.matcher(text).matches()) {
            throw new UnreadableException(Unreadable.Fault.KEYBOARD_LAYOUT, text);
        }
        // Many scanners leave out the FNC1 that comes first. Without any sign, only a GTIN shows that this is GS1's.
        if (!isGs1 && !text.startsWith("01")) {
            throw new UnreadableException(Unreadable.Fault.NOT_GS1, text);
        }
        List<Element> elements = ElementString.read(separated);
        if (elements.isEmpty()) {
            throw new UnreadableException(Unreadable.Fault.EMPTY);
        }
        return elements;
    }

    private static Element article(String digits) {
        if (!CheckDigits.endsWithItsDigit(digits)) {
            throw new UnreadableException(Unreadable.Fault.CHECK_DIGIT, digits.length() == 13 ? "EAN-13" : "GTIN",
                    digits, Integer.toString(CheckDigits.digit(digits)));
        }
        return new Element("01", digits.length() == 13 ? "0" + digits : digits);
    }

    private Label label(List<Element> elements) {
        Map<String, String> values = new HashMap<>();
        for (Element element : elements) {
            String before = values.putIfAbsent(element.identifier(), element.value());
            if (before != null && !before.equals(element.value())) {
                throw new UnreadableException(Unreadable.Fault.CONTRADICTION, element.identifier(), before,
                        element.value());
            }
        }
        Optional<String> expiry = Optional.ofNullable(values.get("17"))
                .or(() -> Optional.ofNullable(values.get("7003")));
        return new Label(Optional.ofNullable(values.get("01")).map(Gtin::new), Optional.ofNullable(values.get("10")),
                expiry.map(digits -> LabelDate.last(digits, today)), Optional.ofNullable(values.get("21")));
    }
}

package org.gardefroid.ingest.console.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody has answered by a short message. Only words that can mean nothing but yes are a yes: whoever writes anything else
 * may be telling that they are not there, and the next has to be called.
 *
 * @param codes all groups of four digits in it
 */
record ShortAnswer(Meaning meaning, List<Integer> codes) {

    enum Meaning {
        YES, NO, UNCLEAR
    }

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\d]+");

    /** Also the words of "je m'en occupe", "j'y vais tout de suite", "I am on it", "on my way". */
    private static final Set<String> YES = Set.of("ok", "okay", "oui", "yes", "yep", "vu", "reçu", "recu", "pris",
            "prise",
            "accord", "d", "j", "je", "y", "vais", "m", "en", "occupe", "prends", "charge", "arrive", "merci", "tout",
            "de",
            "suite", "i", "am", "on", "it", "my", "way", "got", "will", "do", "taking", "ll", "thanks", "code",
            "alarme", "alarm");

    private static final Pattern NO = Pattern.compile("(?iU)\\b(non|no|nope|not|pas|ne|n['’]|jamais|refuse|impossible"
            + "|can['’]?t|cannot|won['’]?t|indisponible|unavailable|stop|congés?|vacances|holiday|leave|appelez|call)\\b");

    static ShortAnswer of(String text) {
        Matcher code = CODE.matcher(text);
        List<Integer> codes = code.results().map(found -> Integer.valueOf(found.group())).toList();
        boolean isYes = Stream.of(NOT_A_WORD.split(CODE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ")))
                .filter(word -> !word.isEmpty()).allMatch(YES::contains) && !text.contains("?");
        if (isYes) {
            return new ShortAnswer(Meaning.YES, codes);
        }
        return new ShortAnswer(NO.matcher(text).find() ? Meaning.NO : Meaning.UNCLEAR, codes);
    }
}

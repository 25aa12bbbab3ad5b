package org.gardefroid.edge.box;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gardefroid.vaccines.custody.Ground;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Texts;

/** Words in both languages. */
public record Spoken(String french, String english) {

    private static final Texts FRENCH = new Texts(Locale.FRENCH, ZoneOffset.UTC);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneOffset.UTC);

    /** A verdict and the codes of what it follows from, for a log. */
    static Spoken of(Judgement judgement) {
        String why = judgement.grounds().stream().filter(Ground::holds).map(ground -> ground.code().code())
                .collect(Collectors.joining(", "));
        String rest = why.isEmpty() ? "" : " (" + why + ")";
        return new Spoken(FRENCH.verdict(judgement.ruling()) + rest, ENGLISH.verdict(judgement.ruling()) + rest);
    }
}

package org.gardefroid.ingest.notify;

import java.text.Normalizer;

/** What a short message and a call say: what, where, since when, how to answer, and the plan de repli. */
public final class ShortText {

    /** Of one message, in the alphabet below; one character outside it and a message holds 70. 3GPP TS 23.038. */
    static final int ONE_MESSAGE = 160;
    /** Of four that a telephone joins again: each gives seven up to that. */
    static final int FOUR_MESSAGES = 4 * (ONE_MESSAGE - 7);

    /** Of a plan de repli, so that it stands in every message whole. */
    public static final int LONGEST_FALLBACK = 400;

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private ShortText() {}

    /** At most four messages' length; one, if the plan de repli leaves room for it. */
    static String sms(Notice notice, int code, String language) {
        Words words = Words.of(language);
        String what = gsm(words.subject(notice, new Times(notice.zone(), words.locale())));
        String answer = isAnswerable(notice) ? ". " + gsm(words.answerByText(code)) : "";
        String fallback = words.fallback(notice).isBlank() ? "" : ". " + gsm(words.fallback(notice));
        String shortened = what.length() > ONE_MESSAGE - answer.length()
                ? what.substring(0, ONE_MESSAGE - answer.length())
                : what;
        String all = shortened + answer + fallback;
        return all.length() <= FOUR_MESSAGES ? all : all.substring(0, FOUR_MESSAGES - 3) + "...";
    }

    /** In whole sentences, to be spoken. */
    static String voice(Notice notice, String language) {
        Words words = Words.of(language);
        String fallback = words.fallback(notice).isBlank() ? "" : words.fallback(notice) + " ";
        return "Gardefroid. " + words.subject(notice, new Times(notice.zone(), words.locale())).replace('\u00a0', ' ')
                + ". " + words.happened(notice) + " " + fallback
                + (isAnswerable(notice) ? words.answerByKey() : "");
    }

    private static boolean isAnswerable(Notice notice) {
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> true;
            case CLEARED, CORRECTED -> false;
        };
    }

    /** In letters that a message of 160 can hold; an accent that is not among them is left out. */
    static String gsm(String text) {
        StringBuilder out = new StringBuilder();
        String plain = text.replace('\u2212', '-').replace('\u2019', '\'').replace("\u00a0", " ").replace("°", "");
        plain.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            if (GSM.contains(one)) {
                out.append(one);
            } else {
                String base = Normalizer.normalize(one, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
                out.append(base.chars().allMatch(each -> GSM.indexOf(each) >= 0) ? base : "?");
            }
        });
        return out.toString().replaceAll(" {2,}", " ").replace(" :", ":");
    }
}

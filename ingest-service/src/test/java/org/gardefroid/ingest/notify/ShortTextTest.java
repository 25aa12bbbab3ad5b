package org.gardefroid.ingest.notify;

import org.gardefroid.alerting.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class ShortTextTest {

    @Test
    void saysWhatWhereSinceWhenHowToAnswerAndWhereTo() {
        assertThat(ShortText.sms(Notices.of(NoticeKind.RAISED, Cause.TOO_WARM), 4711, "fr")).isEqualTo(
                "ALERTE Glacière EMV 1 <vaccins & test>: trop chaud, +11,4 C depuis 00:41. Répondre OK 4711."
                        + " Frigo de secours: réserve. Clé: accueil, poste 4100.")
                .hasSizeLessThanOrEqualTo(ShortText.ONE_MESSAGE);
        assertThat(ShortText.sms(Notices.of(NoticeKind.WORSENED, Cause.TOO_COLD), 4711, "en")).isEqualTo(
                "WORSE Cool box EMV 1: too cold, -0.9 C since 00:41. Reply OK 4711."
                        + " Backup fridge: store room. Key: front desk, ext. 4100.");
    }

    @Test
    void theLongestPlanStandsInEveryMessageWhole() {
        String plan = "Réserve. ".repeat(42) + "Clé : poste 4100";
        Notice notice = Notices.of(NoticeKind.RAISED, Cause.TOO_WARM);
        Notice planned = new Notice(notice.kind(), notice.cause(), true, false, "Frigo ".repeat(30), "Fridge",
                notice.zone(), notice.since(), notice.until(), notice.bound(), notice.worst(), notice.current(),
                notice.unobserved(), notice.thing(), notice.trouble(), false, plan, plan);
        assertThat(plan.length()).isBetween(ShortText.LONGEST_FALLBACK - 10, ShortText.LONGEST_FALLBACK);
        assertThat(ShortText.sms(planned, 4711, "fr")).endsWith("Clé: poste 4100");
    }

    @Test
    void whatIsOverAsksForNoAnswer() {
        assertThat(ShortText.sms(Notices.of(NoticeKind.CLEARED, Cause.TOO_WARM), 4711, "fr")).doesNotContain("4711");
        assertThat(ShortText.voice(Notices.of(NoticeKind.CLEARED, Cause.TOO_WARM), "fr")).doesNotContain("Tapez");
    }

    @ParameterizedTest
    @MethodSource("org.gardefroid.ingest.notify.LetterWriterTest#everything")
    void fitsIntoFourMessagesAndTheirAlphabetWhateverHappened(NoticeKind kind, Cause cause, String language) {
        String text = ShortText.sms(Notices.of(kind, cause), 4711, language);
        assertThat(text.length()).isLessThanOrEqualTo(ShortText.FOUR_MESSAGES);
        assertThat(ShortText.gsm(text)).isEqualTo(text);
        assertThat(ShortText.voice(Notices.of(kind, cause), language)).startsWith("Gardefroid. ")
                .doesNotContain("null");
    }

    @Test
    void anAccentThatAMessageCannotHoldIsLeftOut() {
        assertThat(ShortText.gsm("Être à l’hôpital, ça gèle à −2,5\u00a0°C…"))
                .isEqualTo("Etre à l'hopital, ca gèle à -2,5 C?");
    }
}

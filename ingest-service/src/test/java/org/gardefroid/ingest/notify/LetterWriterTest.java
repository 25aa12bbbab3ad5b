package org.gardefroid.ingest.notify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.alerting.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

final class LetterWriterTest {

    private final LetterWriter letters = new LetterWriter(URI.create("https://froid.example.org"));

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            for (Cause cause : Cause.values()) {
                all.add(Arguments.of(kind, cause, "fr"));
                all.add(Arguments.of(kind, cause, "en"));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whateverHappenedIsToldInFullInEitherLanguage(NoticeKind kind, Cause cause, String language) {
        Letter letter = letters.write(Notices.of(kind, cause), 12, language);

        assertThat(letter.subject()).contains(language.equals("fr") ? "Glacière EMV 1" : "Cool box EMV 1")
                .doesNotContain("null").hasSizeLessThan(110);
        assertThat(letter.text()).contains("https://froid.example.org/alarms/12").doesNotContain("null", "%");
        assertThat(letter.html()).contains("https://froid.example.org/alarms/12").doesNotContain("null", "<vaccins");
    }

    @Test
    void theSubjectSaysInTenSecondsWhatIsWrongWhereAndSinceWhen() {
        assertThat(letters.write(Notices.of(NoticeKind.RAISED, Cause.TOO_WARM), 12, "fr").subject())
                .isEqualTo("ALERTE Glacière EMV 1 <vaccins & test> : trop chaud, +11,4\u00a0°C depuis 00:41");
        assertThat(letters.write(Notices.of(NoticeKind.WORSENED, Cause.TOO_COLD), 12, "en").subject())
                .isEqualTo("WORSE Cool box EMV 1: too cold, \u22120.9\u00a0°C since 00:41");
    }

    @Test
    void whatIsJustBeyondTheLimitIsNotRoundedToTheLimitItself() {
        Notice justTooWarm = Notices.of(NoticeKind.RAISED, Cause.TOO_WARM);
        justTooWarm = justTooWarm.as(NoticeKind.RAISED, Optional.empty(),
                Optional.of(new Notice.Seen(8_020, justTooWarm.since())), Optional.empty());
        assertThat(letters.write(justTooWarm, 12, "fr").subject()).contains("+8,1");
    }

    @Test
    void timesAreThoseOfTheSiteWithTheirDate() {
        assertThat(letters.write(Notices.of(NoticeKind.RAISED, Cause.TOO_WARM), 12, "fr").text())
                .contains("Depuis : lun. 23 nov. 2026 à 00:41").contains("Au pire : +11,4\u00a0°C, 01:03");
    }

    @Test
    void whatToDoIsToIsolateAndCallAndNeverToDestroy() {
        String text = letters.write(Notices.of(NoticeKind.RAISED, Cause.TOO_WARM), 12, "fr").text();

        assertThat(text).contains("« à isoler, ne pas utiliser »", "Appeler le pharmacien", "Ne rien jeter");
        assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("détruire");
    }

    @Test
    void whatIsKeptFrozenIsNeverSentToARefrigerator() {
        for (Cause cause : List.of(Cause.TOO_WARM, Cause.TOO_COLD, Cause.TOO_WARM_CUMULATIVE,
                Cause.TOO_COLD_CUMULATIVE, Cause.DOSES_HELD)) {
            assertThat(letters.write(Notices.frozen(cause), 12, "fr").text())
                    .contains("Ne rien mettre au réfrigérateur", "Appeler le pharmacien").doesNotContain("2 et 8");
            assertThat(letters.write(Notices.frozen(cause), 12, "en").text())
                    .contains("Put nothing into a refrigerator", "Call the pharmacist").doesNotContain("2 and 8");
        }
        Notice frozen = Notices.frozen(Cause.TOO_WARM);
        assertThat(NoticeDocument.decode(NoticeDocument.encode(frozen, 1))).isEqualTo(frozen);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatIsWrittenDownIsReadBackTheSame(NoticeKind kind, Cause cause, String language) {
        Notice notice = Notices.of(kind, cause);

        assertThat(NoticeDocument.decode(NoticeDocument.encode(notice, 1))).isEqualTo(notice);
    }
}

package org.gardefroid.ingest.notify.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A calendar is read right or refused with its line: whoever is left on duty by mistake does not answer at night. */
final class StrictCalendarTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");

    private static List<String> duties(String... lines) {
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
        return RotaCalendar.parse(calendar, PARIS).entries(FROM, UNTIL).stream()
                .map(entry -> entry.from().atZone(PARIS).toLocalDateTime() + " " + String.join("+", entry.people()))
                .sorted().toList();
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
    }

    /** Mondays at eight from 2 March on, for twelve hours: 2, 9, 16, 23 and 30 March. */
    private static String mondays(String... lines) {
        return event("UID:m", "SUMMARY:Camille", "DTSTART;TZID=Europe/Paris:20260302T080000", "DURATION:PT12H",
                "RRULE:FREQ=WEEKLY;COUNT=5" + (lines.length == 0 ? "" : "\r\n" + String.join("\r\n", lines)));
    }

    private static void refused(String why, String... lines) {
        assertThatThrownBy(() -> duties(lines)).isInstanceOf(RotaRefused.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"FREQ=WEEKLI|FREQ=WEEKLI", "INTERVAL=2|FREQ", "FREQ=WEEKLY;BYDAY=LU|BYDAY=LU",
        "FREQ=WEEKLY;INTERVAL=0|INTERVAL=0", "FREQ=WEEKLY;FOR=5|FOR=5", "FREQ=WEEKLY;UNTIL=demain|UNTIL=DEMAIN",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20260401|COUNT, UNTIL", "FREQ=WEEKLY;FREQ=DAILY|FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=2MO|BYDAY=2MO", "FREQ=YEARLY;BYMONTH=13|BYMONTH=13",
        "FREQ=DAILY;UNTIL=20260231T080000Z|20260231T080000Z"})
    void aRuleThatIsNotUnderstoodToItsLastPartIsRefusedWithThatPart(String rule, String part) {
        refused("« " + part + " »", event("SUMMARY:Sam", "DTSTART:20260302T080000Z", "DURATION:PT1H", "RRULE:" + rule));
    }

    @Test
    void usualRulesAreReadWhole() {
        assertThat(duties(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260306T200000", "DURATION:PT12H",
                "RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=FR,SA;UNTIL=20260314T235959Z;")))
                .containsExactly("2026-03-06T20:00 Sam", "2026-03-07T20:00 Sam", "2026-03-13T20:00 Sam",
                        "2026-03-14T20:00 Sam");
        assertThat(duties(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260331T200000", "DURATION:PT12H",
                "RRULE:FREQ=MONTHLY;BYDAY=-1TU"))).containsExactly("2026-03-31T20:00 Sam", "2026-04-28T20:00 Sam");
    }

    @Test
    void furtherDatesCountWithARuleAndWithoutOne() {
        assertThat(duties(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260302T080000", "DURATION:PT1H",
                "RDATE;TZID=Europe/Paris:20260304T080000,20260306T090000", "RDATE:20260401T060000Z")))
                .containsExactly("2026-03-02T08:00 Sam", "2026-03-04T08:00 Sam", "2026-03-06T09:00 Sam",
                        "2026-04-01T08:00 Sam");
        assertThat(duties(mondays("RDATE;TZID=Europe/Paris:20260303T080000"))).hasSize(6);
        refused("RDATE;VALUE=PERIOD",
                event("SUMMARY:Sam", "DTSTART:20260302T080000Z", "DURATION:PT1H",
                        "RDATE;VALUE=PERIOD:20260304T08Z/PT1H"));
        refused("EXRULE", mondays("EXRULE:FREQ=MONTHLY"));
    }

    @Test
    void anAbsenceThatIsWrittenAsADayTakesThatDaysDutyAway() {
        assertThat(duties(mondays("EXDATE;VALUE=DATE:20260316"))).hasSize(4)
                .doesNotContain("2026-03-16T08:00 Camille");
        assertThat(duties(mondays("EXDATE:20260316T070000Z,20260323T070000Z"))).hasSize(3);
    }

    @Test
    void anAbsenceThatFallsOnNoDutyIsRefused() {
        refused("EXDATE;TZID=Europe/Paris:20260316T000000", mondays("EXDATE;TZID=Europe/Paris:20260316T000000"));
        assertThat(duties(mondays("EXDATE;VALUE=DATE:20270101"))).as("after the last of them").hasSize(5);
        assertThat(duties(mondays("EXDATE;VALUE=DATE:20260301"))).as("before the first").hasSize(5);
    }

    @Test
    void aRepetitionThatIsNamedByItsDayIsReplaced() {
        assertThat(duties(mondays(), event("UID:m", "SUMMARY:Sam", "RECURRENCE-ID;VALUE=DATE:20260316",
                "DTSTART;TZID=Europe/Paris:20260316T090000", "DURATION:PT1H"))).hasSize(5)
                .contains("2026-03-16T09:00 Sam").doesNotContain("2026-03-16T08:00 Camille");
        refused("le même UID", mondays(), event("UID:m", "SUMMARY:Sam", "RECURRENCE-ID;VALUE=DATE:20260316",
                "DTSTART:20260316T080000Z", "DURATION:PT1H"),
                event("UID:m", "SUMMARY:Yann",
                        "RECURRENCE-ID;TZID=Europe/Paris:20260316T080000", "DTSTART:20260316T080000Z",
                        "DURATION:PT1H"));
        refused("RECURRENCE-ID", mondays(), event("UID:m", "SUMMARY:Sam", "RECURRENCE-ID:20260316T080000Z",
                "DTSTART;TZID=Europe/Paris:20260316T090000", "DURATION:PT1H"));
    }

    @Test
    void whatIsChangedFromARepetitionOnIsChangedForAllThatFollow() {
        assertThat(duties(mondays(), event("UID:m", "SUMMARY:Sam",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260316T080000",
                "DTSTART;TZID=Europe/Paris:20260317T093000", "DURATION:PT1H")))
                .containsExactly("2026-03-02T08:00 Camille", "2026-03-09T08:00 Camille", "2026-03-17T09:30 Sam",
                        "2026-03-24T09:30 Sam", "2026-03-31T09:30 Sam");
        assertThat(duties(mondays(), event("UID:m", "SUMMARY:Sam", "STATUS:CANCELLED",
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20260316T080000",
                "DTSTART;TZID=Europe/Paris:20260316T080000"))).hasSize(2);
        refused("THISANDPRIOR", mondays(), event("UID:m", "SUMMARY:Sam", "DTSTART:20260316T070000Z", "DURATION:PT1H",
                "RECURRENCE-ID;RANGE=THISANDPRIOR:20260316T070000Z"));
    }

    @Test
    void whoeverHasDeclinedIsNotOnDutyNorIsARoom() {
        String evening = "DTSTART:20260401T180000Z\r\nDURATION:PT12H\r\nSUMMARY:Garde";
        assertThat(duties(event(evening, "ATTENDEE;PARTSTAT=DECLINED;CN=\"Doe, J.\":mailto:doe@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:sam@example.org",
                "ATTENDEE;CUTYPE=ROOM;CN=Salle 2:mailto:salle2@example.org",
                "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:secretariat@example.org")))
                .containsExactly("2026-04-01T20:00 sam@example.org");
        assertThat(duties(event("DTSTART:20260401T180000Z", "DURATION:PT12H", "SUMMARY:Sam",
                "ATTENDEE;CUTYPE=RESOURCE:mailto:telephone@example.org"))).containsExactly("2026-04-01T20:00 Sam");
        refused("PARTSTAT", event(evening, "ATTENDEE;PARTSTAT=DECLINED:mailto:doe@example.org"));
    }

    @Test
    void ofOneEventInTwoVersionsTheLaterCounts() {
        String older = event("UID:1", "SEQUENCE:1", "SUMMARY:Camille", "DTSTART:20260401T180000Z", "DURATION:PT12H");
        String newer = event("UID:1", "SEQUENCE:2", "SUMMARY:Sam", "DTSTART:20260401T180000Z", "DURATION:PT12H");
        assertThat(duties(newer, older)).containsExactly("2026-04-01T20:00 Sam");
        assertThat(duties(older, older)).containsExactly("2026-04-01T20:00 Camille");
        refused("SEQUENCE, DTSTAMP", older, older.replace("Camille", "Yann"));
        assertThat(duties(older, newer.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 8, 9})
    void aFileThatWasCutOffIsRefusedWhereverItStops(int lines) {
        String whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event("UID:1", "SUMMARY:Sam", "DTSTART:20260401T180000Z",
                "DURATION:PT12H", "X-A:1") + "\r\nEND:VCALENDAR\r\n";
        String cut = String.join("\r\n", whole.split("\r\n", -1)).lines().limit(lines)
                .reduce((one, other) -> one + "\r\n" + other).orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> RotaCalendar.parse(cut, PARIS))
                .withMessageContaining("incomplet").withMessageContaining("incomplete");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"STATUS:CANCELED|STATUS:CANCELED", "DTSTART:20260402T080000Z|DTSTART",
        "DTEND;VALUE=DATE:20260402|DTEND;VALUE=DATE:20260402", "ceci n’est pas une ligne|ceci n’est pas une ligne",
        "SUMMARY:F\uFFFDrié|UTF-8", "SEQUENCE:deux|SEQUENCE:deux", "RDATE:20260402T080000 Z|20260402T080000 Z"})
    void whatCannotBeReadIsRefusedWithItsLine(String line, String shown) {
        refused(shown, event("UID:1", "X-A:1", "DTSTART:20260401T180000Z",
                line.startsWith("DTEND") ? "X-B:1" : "DURATION:PT12H", line,
                line.startsWith("SUMMARY") ? "X-C:1" : "SUMMARY:Sam"));
    }

    @Test
    void whatAnswersOrCancelsOrHoldsTwoCalendarsIsNoRota() {
        refused("METHOD:CANCEL", "METHOD:CANCEL", mondays());
        refused("Ligne 9", event("SUMMARY:Sam", "DTSTART:20260401T180000Z"), "END:VCALENDAR", "BEGIN:VCALENDAR");
    }

    @Test
    void beingFreeTentativeOrRemindedChangesNothing() {
        assertThat(duties("METHOD:PUBLISH", event("SUMMARY:Sam", "TRANSP:TRANSPARENT", "STATUS:TENTATIVE",
                "DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330", "BEGIN:VALARM", "TRIGGER:-PT1H",
                "DURATION:PT5M", "SUMMARY:rappel", "END:VALARM"), "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:x\r\nEND:VTODO"))
                .containsExactly("2026-03-28T00:00 Sam");
    }

    @Test
    void aNameMayBeFoldedAndHoldACommaAndSeveralCategoriesOneOfThemKnown() {
        assertThat(duties("BEGIN:VEVENT\r\nSUMMARY:Jean Ma\r\n rtin\\, interne\r\nCATEGORIES:Garde,Férié\r\n"
                + "DTSTART:20260401T180000Z\r\nDURATION:P1W\r\nEND:VEVENT"))
                .containsExactly("2026-04-01T20:00 Jean Martin, interne");
    }
}

package org.gardefroid.ingest.notify.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gardefroid.alerting.cascade.Duty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class RotaCalendarTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");

    private static List<Entry> entries(String... events) {
        return RotaCalendar.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t\r\n"
                + String.join("", events) + "END:VCALENDAR\r\n", PARIS).entries(FROM, UNTIL);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static final String WEEK = event("UID:week", "SUMMARY:Camille", "DTSTART;TZID=Europe/Paris:20260302T080000",
            "DTEND;TZID=Europe/Paris:20260309T080000", "RRULE:FREQ=WEEKLY;INTERVAL=2",
            "EXDATE;TZID=Europe/Paris:20260413T080000");

    @Test
    void aWeeklyHandOverIsAtEightOnBothSidesOfTheHourThatIsSkipped() {
        List<Entry> entries = entries(WEEK);
        assertThat(entries).extracting(Entry::from).extracting(Instant::toString)
                .containsExactly("2026-03-02T07:00:00Z", "2026-03-16T07:00:00Z", "2026-03-30T06:00:00Z",
                        "2026-04-27T06:00:00Z");
        assertThat(entries.get(1).until()).isEqualTo("2026-03-23T07:00:00Z");
        assertThat(Duration.between(entries.get(2).from(), entries.get(2).until())).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void aDutyOverTheNightThatIsShorterEndsByTheClockOnTheWall() {
        List<Entry> entries = entries(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260328T200000",
                "DTEND;TZID=Europe/Paris:20260329T080000"));
        assertThat(Duration.between(entries.getFirst().from(), entries.getFirst().until()))
                .isEqualTo(Duration.ofHours(11));
    }

    @Test
    void oneRepetitionMayBeMovedToSomebodyElse() {
        List<Entry> entries = entries(WEEK, event("UID:week", "SUMMARY:Sam",
                "RECURRENCE-ID;TZID=Europe/Paris:20260316T080000", "DTSTART;TZID=Europe/Paris:20260316T080000",
                "DTEND;TZID=Europe/Paris:20260323T080000"));
        assertThat(entries.stream().filter(entry -> entry.from().equals(Instant.parse("2026-03-16T07:00:00Z")))
                .map(Entry::people)).containsExactly(List.of("Sam"));
    }

    @Test
    void replacementsAndHolidaysAreToldByTheirCategory() {
        assertThat(entries(
                event("ATTENDEE:mailto:sam@example.org", "SUMMARY:x", "CATEGORIES:Remplacement",
                        "DTSTART:20260310T080000Z",
                        "DURATION:PT4H"),
                event("SUMMARY:Yann", "CATEGORIES:férié", "DTSTART;VALUE=DATE:20260406")))
                .containsExactly(
                        new Entry(List.of("sam@example.org"), Instant.parse("2026-03-10T08:00:00Z"),
                                Instant.parse("2026-03-10T12:00:00Z"), Duty.Kind.REPLACEMENT, "x (20260310T080000Z)"),
                        new Entry(List.of("Yann"), Instant.parse("2026-04-05T22:00:00Z"),
                                Instant.parse("2026-04-06T22:00:00Z"), Duty.Kind.HOLIDAY, "Yann (20260406)"));
    }

    @Test
    void aTimeWithoutAZoneIsTheSites() {
        assertThat(entries(event("SUMMARY:Sam", "DTSTART:20260401T080000", "DURATION:PT1H")).getFirst().from())
                .isEqualTo("2026-04-01T06:00:00Z");
    }

    @Test
    void whatEndsAtUntilIsNotRepeatedBeyondIt() {
        assertThat(entries(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260302T080000", "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;UNTIL=20260316T070000Z"))).hasSize(3);
        assertThat(entries(event("SUMMARY:Sam", "DTSTART;TZID=Europe/Paris:20260302T080000", "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=4"))).hasSize(4);
    }

    @Test
    void whatIsCancelledIsNoDuty() {
        assertThat(entries(event("SUMMARY:Sam", "STATUS:CANCELLED", "DTSTART:20260401T080000Z", "DURATION:PT1H")))
                .isEmpty();
    }

    /** As Outlook writes it: by a name of its own, and the rules beside it. */
    private static String outlook(String name, String winter, String summer, String from) {
        return "BEGIN:VTIMEZONE\r\nTZID:" + name + "\r\n"
                + "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:" + summer + "\r\nTZOFFSETTO:" + winter
                + "\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
                + "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:" + winter + "\r\nTZOFFSETTO:" + summer
                + "\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
                + event("SUMMARY:Sam", "DTSTART;TZID=\"" + name + "\":" + from, "DURATION:PT12H");
    }

    @Test
    void aTimeZoneMayHaveANameOfItsOwnIfItsRulesAreBesideIt() {
        assertThat(entries(outlook("Romance Standard Time", "+0100", "+0200", "20260401T200000")))
                .extracting(Entry::from).containsExactly(Instant.parse("2026-04-01T18:00:00Z"));
        assertThat(entries(outlook("Romance Standard Time", "+0100", "+0200", "20260302T200000")))
                .extracting(Entry::from).containsExactly(Instant.parse("2026-03-02T19:00:00Z"));
        assertThat(entries(outlook("GMT Standard Time", "+0000", "+0100", "20260401T200000")))
                .extracting(Entry::from).containsExactly(Instant.parse("2026-04-01T19:00:00Z"));
    }

    @Test
    void whatCannotBeUnderstoodIsToldWithItsEventAndItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> RotaCalendar.parse("hello", PARIS))
                .withMessageContaining("BEGIN:VCALENDAR");
        assertThatIllegalArgumentException().isThrownBy(
                () -> entries(event("SUMMARY:Sam", "DTSTART;TZID=Mars/Olympus:20260401T080000", "DURATION:PT1H")))
                .withMessageContaining("DTSTART;TZID=Mars/Olympus:20260401T080000");
        assertThatIllegalArgumentException().isThrownBy(
                () -> entries(event("SUMMARY:Sam", "DTSTART:20260401T080000Z", "DTEND:20260401T070000Z")))
                .withMessageContaining("Sam (20260401T080000Z)");
        assertThatIllegalArgumentException().isThrownBy(() -> entries(event("UID:7", "DTSTART:20260401T080000Z",
                "DURATION:PT1H"))).withMessageContaining("ne nomme personne").withMessageContaining("names nobody");
        assertThatIllegalArgumentException().isThrownBy(() -> entries(event("SUMMARY:Sam", "DTSTART:20260101T080000Z",
                "DURATION:PT1S", "RRULE:FREQ=SECONDLY"))).withMessageContaining("10000");
    }
}

package org.gardefroid.alerting.cascade;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RotaTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant hour(int hour) {
        return Instant.parse("2026-11-23T00:00:00Z").plusSeconds(hour * 3_600L);
    }

    private static Duty duty(String person, int from, int until) {
        return new Duty(person, hour(from), hour(until), Duty.Kind.REGULAR);
    }

    @Test
    void theHandOverIsToTheInstant() {
        Rota rota = new Rota(List.of(duty("camille", 0, 8), duty("sam", 8, 16)));
        assertThat(rota.onCall(hour(8).minusNanos(1))).containsExactly("camille");
        assertThat(rota.onCall(hour(8))).containsExactly("sam");
        assertThat(rota.onCall(hour(16))).isEmpty();
    }

    @Test
    void aReplacementStandsForWhoeverWouldHaveBeenOnCall() {
        Rota rota = new Rota(List.of(duty("camille", 0, 24),
                new Duty("yann", hour(10), hour(12), Duty.Kind.REPLACEMENT),
                new Duty("sam", hour(6), hour(18), Duty.Kind.HOLIDAY)));
        assertThat(rota.onCall(hour(1))).containsExactly("camille");
        assertThat(rota.onCall(hour(7))).containsExactly("sam");
        assertThat(rota.onCall(hour(10))).containsExactly("yann");
        assertThat(rota.onCall(hour(12))).containsExactly("sam");
    }

    @Test
    void twoOnCallTogetherAreBothTold() {
        Rota rota = new Rota(List.of(duty("camille", 0, 8), duty("sam", 0, 8), duty("sam", 0, 9)));
        assertThat(rota.onCall(hour(1))).containsExactly("camille", "sam");
    }

    @Test
    void holesAreFoundBeforeBetweenAndAfter() {
        Rota rota = new Rota(List.of(duty("camille", 2, 8), duty("sam", 4, 6), duty("yann", 10, 12)));
        assertThat(rota.holes(hour(0), hour(14))).containsExactly(new Rota.Hole(hour(0), hour(2)),
                new Rota.Hole(hour(8), hour(10)), new Rota.Hole(hour(12), hour(14)));
        assertThat(rota.holes(hour(3), hour(7))).isEmpty();
        assertThat(rota.holes(hour(20), hour(24))).containsExactly(new Rota.Hole(hour(20), hour(24)));
        assertThat(new Rota(List.of()).holes(hour(0), hour(1))).containsExactly(new Rota.Hole(hour(0), hour(1)));
    }

    @Test
    void aSiteIsOpenByItsOwnClockOnBothSidesOfTheHourThatIsSkipped() {
        OpeningHours hours = OpeningHours.parse("mo-fr 08:30-12:30,13:30-18:00; su 00:00-24:00");
        assertThat(hours.isOpen(Instant.parse("2026-03-27T07:30:00Z"), PARIS)).as("Friday, winter").isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-03-27T07:29:59Z"), PARIS)).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-03-30T06:30:00Z"), PARIS)).as("Monday, summer").isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-03-30T10:30:00Z"), PARIS)).as("lunch").isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-03-29T21:59:59Z"), PARIS)).as("Sunday's end").isTrue();
        assertThat(hours.isOpen(Instant.parse("2026-03-28T09:00:00Z"), PARIS)).as("Saturday").isFalse();
        assertThat(OpeningHours.parse("").isOpen(hour(0), PARIS)).isFalse();
        assertThat(OpeningHours.parse("sa-mo 09:00-10:00").openings()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monday 08:00-18:00", "mo 18:00-08:00", "mo", "mo-tu-we 08:00-09:00", "mo 8-9", "mo 08:00"})
    void whatIsNotWrittenLikeOpeningHoursIsRefusedWithWhatIsWrong(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.parse(text)).withMessageContaining(text);
    }

    @Test
    void aDutyThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> duty("sam", 3, 3));
    }
}

package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gardefroid.alerting.cascade.Duty;
import org.gardefroid.alerting.cascade.Rota;
import org.gardefroid.ingest.console.view.RotaPage.Shift;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RotaPageTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Of Monday 23 November 2026, by the clock in Paris. */
    private static Instant hour(int hour) {
        return Instant.parse("2026-11-22T23:00:00Z").plusSeconds(hour * 3_600L);
    }

    private static Duty duty(String person, int from, int until, Duty.Kind kind) {
        return new Duty(person, hour(from), hour(until), kind);
    }

    private static final Rota ROTA = new Rota(List.of(duty("Camille", -24, 8, Duty.Kind.REGULAR),
            duty("Sam", 18, 24, Duty.Kind.REGULAR), duty("Sam", 24, 32, Duty.Kind.REGULAR),
            duty("Yann", 20, 22, Duty.Kind.REPLACEMENT)));

    private static List<Shift> shifts(String hours) {
        return RotaPage.shifts(ROTA, RotaPage.hours(PARIS, "mo-su 08:00-18:00", "", hours), hour(1), hour(40));
    }

    @Test
    void aHoleIsMarkedWhereACallWouldMeetItAndTheHandOverIsToTheInstant() {
        assertThat(shifts("always")).containsExactly(new Shift(hour(1), hour(8), List.of("Camille"), false),
                new Shift(hour(8), hour(18), List.of(), true), new Shift(hour(18), hour(20), List.of("Sam"), false),
                new Shift(hour(20), hour(22), List.of("Yann"), false),
                new Shift(hour(22), hour(32), List.of("Sam"), false), new Shift(hour(32), hour(40), List.of(), true));
    }

    @Test
    void aRotaThatIsAskedByNightAloneHasNoHoleByDay() {
        assertThat(shifts("closed")).noneMatch(Shift::isHole);
        assertThat(shifts("closed open").stream().filter(Shift::isHole)).hasSize(2);
    }

    @Test
    void ofARotaThatNoStepAsksEachHoleIsMarkedAllTheSame() {
        assertThat(shifts("").stream().filter(Shift::isHole)).hasSize(2);
    }

    @Test
    void aRotaWithoutDutiesIsOneHole() {
        assertThat(RotaPage.shifts(new Rota(List.of()), RotaPage.hours(PARIS, "", "2026-12-24..2026-12-26", "always"),
                hour(1), hour(40))).containsExactly(new Shift(hour(1), hour(40), List.of(), true));
    }
}

package org.gardefroid.ingest.notify;

import java.sql.SQLException;
import java.util.List;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.notify.rota.Rotas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class RotaWatchTest {

    private final Night night = new Night();

    @AfterEach
    void close() {
        night.database.close();
    }

    private int enter(String who, String more) throws SQLException {
        return night.database.transactions().in(connection -> new Rotas(connection).enter("nights",
                """
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        BEGIN:VEVENT
                        UID:1
                        SUMMARY:%s
                        DTSTART;TZID=Europe/Paris:20260105T080000
                        DTEND;TZID=Europe/Paris:20260112T080000
                        RRULE:FREQ=WEEKLY%s
                        END:VEVENT
                        END:VCALENDAR
                        """.formatted(who, more), "rose", false, Night.BEGIN));
    }

    private List<String> alarms() {
        return night.database.rows("SELECT rule, subject, cleared_at IS NULL FROM alarm ORDER BY id");
    }

    @Test
    void aCalendarSaysWhoIsOnCall() throws SQLException {
        night.database.run("DELETE FROM cascade_step");
        night.rota("nights", "", 0, 0);
        night.call(1, 0, "nights", "always");
        assertThat(enter("SAM", "")).isBetween(57, 59);
        night.raise(Cause.TOO_WARM);
        assertThat(night.told()).containsExactly("23:41 sam raised");
    }

    @Test
    void aHoleIsToldAheadAndIsOverWhenItIsFilled() throws SQLException {
        night.rota("nights", "", 0, 0);
        night.call(3, 0, "nights", "always");
        enter("Sam", ";UNTIL=20261116T070000Z");
        RotaWatch watch = new RotaWatch(night.database.transactions());
        watch.round(Night.BEGIN);
        watch.round(Night.minute(1));
        assertThat(alarms()).containsExactly("nobody-on-call-soon nights, 23/11 08:00 – 30/11 00:41 t");

        enter("Sam", "");
        watch.round(Night.minute(2));
        assertThat(alarms()).containsExactly("nobody-on-call-soon nights, 23/11 08:00 – 30/11 00:41 f");
    }

    @Test
    void aRotaThatIsAskedByNightAloneHasNoHoleByDay() throws SQLException {
        night.database.run("UPDATE site SET opening_hours = 'mo-su 08:00-18:00'");
        night.rota("nights", "", 0, 0);
        night.call(3, 0, "nights", "closed");
        night.database.run("INSERT INTO rota_duty (rota, person, kind, starts_at, ends_at, event)"
                + " SELECT r.id, p.id, 'regular', d, d + interval '14 hours', 'test' FROM rota r, person p,"
                + " generate_series('2026-11-15T17:00:00Z'::timestamptz, '2026-11-27T17:00:00Z', '1 day') AS d"
                + " WHERE r.name = 'nights' AND p.name = 'sam'");
        RotaWatch watch = new RotaWatch(night.database.transactions());
        watch.round(Night.BEGIN);
        assertThat(alarms()).as("the night from Saturday on has nobody")
                .containsExactly("nobody-on-call-soon nights, 28/11 18:00 – 29/11 08:00 t");

        night.database.run("INSERT INTO rota_duty (rota, person, kind, starts_at, ends_at, event)"
                + " SELECT r.id, p.id, 'regular', '2026-11-28T17:00:00Z', '2026-12-08T07:00:00Z', 'test'"
                + " FROM rota r, person p WHERE r.name = 'nights' AND p.name = 'sam'");
        watch.round(Night.minute(1));
        assertThat(alarms()).containsExactly("nobody-on-call-soon nights, 28/11 18:00 – 29/11 08:00 f");
    }

    @Test
    void whoeverIsNotKnownIsToldWithTheEventAndNothingIsEntered() throws SQLException {
        night.rota("nights", "", 0, 0);
        enter("Sam", "");
        assertThatIllegalArgumentException().isThrownBy(() -> enter("Nobody", ""))
                .withMessageContaining("personne ici ne s’appelle « Nobody »")
                .withMessageContaining("nobody here is called “Nobody”");
        assertThat(night.database.rows("SELECT DISTINCT event FROM rota_duty"))
                .containsExactly("Sam (20260105T080000)");
    }
}

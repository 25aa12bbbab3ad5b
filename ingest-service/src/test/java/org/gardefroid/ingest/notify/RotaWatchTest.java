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
                        """.formatted(who, more), Night.BEGIN));
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
    void whoeverIsNotKnownIsToldWithTheEventAndNothingIsEntered() throws SQLException {
        night.rota("nights", "", 0, 0);
        enter("Sam", "");
        assertThatIllegalArgumentException().isThrownBy(() -> enter("Nobody", ""))
                .withMessage("event 'Nobody (20260105T080000)' names somebody who is not known: Nobody");
        assertThat(night.database.rows("SELECT DISTINCT event FROM rota_duty"))
                .containsExactly("Sam (20260105T080000)");
    }
}

package org.gardefroid.ingest.notify;

import java.sql.SQLException;
import org.gardefroid.alerting.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An equipment that is empty, defrosting or being prepared is watched, and nobody is called for it. */
final class OutOfServiceTest {

    private static final String HISTORY = "SELECT what FROM alarm_history ORDER BY id";

    private final Night night = new Night();

    @AfterEach
    void close() {
        night.database.close();
    }

    private void is(String state) {
        night.database.run("UPDATE equipment SET state = ?", state);
    }

    @Test
    void nobodyIsCalledForAnEmptyBoxAndItsAlarmSaysWhy() throws SQLException {
        is("empty");
        night.raise(Cause.TOO_WARM);
        night.pass(1, 2, 30);
        assertThat(night.told()).isEmpty();
        assertThat(night.database.rows(HISTORY)).containsExactly("held-back");
    }

    @Test
    void backInServiceWhatGoesOnIsToldWithinAMinuteFromTheFirstStep() throws SQLException {
        is("defrosting");
        night.raise(Cause.TOO_WARM);
        night.pass(1, 2);
        is("in-service");
        night.pass(3, 4);
        assertThat(night.told()).containsExactly("23:44 camille raised", "23:45 sam escalated");
    }

    @Test
    void whatCameAndWentWhileThereWasNothingInItWakesNobodyLater() throws SQLException {
        is("defrosting");
        night.raise(Cause.TOO_WARM);
        night.pass(1);
        night.database.run("UPDATE alarm SET cleared_at = '2026-11-22T23:42:30Z'");
        is("in-service");
        night.pass(2, 3, 60);
        assertThat(night.told()).isEmpty();
        assertThat(night.database.rows("SELECT next_at FROM cascade_run")).containsExactly("null");
    }

    @Test
    void takenOutOfServiceHalfWayTheNextIsNotCalledUntilItIsBack() throws SQLException {
        night.raise(Cause.TOO_WARM);
        is("empty");
        night.pass(1, 5);
        assertThat(night.told()).containsExactly("23:41 camille raised");

        is("in-service");
        night.pass(6);
        assertThat(night.told()).containsExactly("23:41 camille raised", "23:47 sam escalated");
    }

    @Test
    void aVialsTimeAndAFaultOfTheWatchingAreToldWhateverTheEquipmentIs() throws SQLException {
        is("being-prepared");
        night.raise(Cause.DOSE_TIME_OVER);
        assertThat(night.told()).containsExactly("23:41 camille raised");
    }
}

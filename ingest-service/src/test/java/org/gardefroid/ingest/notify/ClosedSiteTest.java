package org.gardefroid.ingest.notify;

import java.sql.SQLException;
import org.gardefroid.alerting.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Camille is on call while the site is open, Sam while it is closed; it is open around the clock, but for holidays. */
final class ClosedSiteTest {

    private final Night night = new Night();

    @AfterEach
    void close() {
        night.database.close();
    }

    private void staff() {
        night.database.run("DELETE FROM cascade_step");
        night.database.run("UPDATE site SET opening_hours = 'mo-su 00:00-24:00'");
        night.rota("day", "camille", -600, 6_000);
        night.rota("night", "sam", -600, 6_000);
        night.call(1, 0, "day", "open");
        night.call(1, 0, "night", "closed");
    }

    @Test
    void onAHolidayThoseAreCalledWhoAreCalledWhenItIsClosed() throws SQLException {
        staff();
        night.database.run("INSERT INTO site_closing VALUES (1, '2026-11-22', '2026-11-23')");
        night.raise(Cause.TOO_WARM);
        assertThat(night.told()).containsExactly("23:41 sam raised");
    }

    @Test
    void onAnyOtherDayThoseWhoAreThere() throws SQLException {
        staff();
        night.database.run("INSERT INTO site_closing VALUES (1, '2026-11-20', '2026-11-22')");
        night.raise(Cause.TOO_WARM);
        assertThat(night.told()).as("by the site's own day, which is the 23rd already")
                .containsExactly("23:41 camille raised");
    }
}

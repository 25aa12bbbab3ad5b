package org.gardefroid.ingest.notify;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.enrolment.EnrolmentSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class CertificateWatchTest {

    private static final EnrolmentSettings AS_SHIPPED = new EnrolmentSettings(null, null, null, null,
            Duration.ofDays(90), Duration.ofDays(60), Duration.ofMinutes(30), Duration.ofHours(24),
            Duration.ofDays(30));

    private final Night night = new Night();
    private final CertificateWatch watch = new CertificateWatch(night.database.transactions(), AS_SHIPPED);

    @AfterEach
    void close() {
        night.database.close();
    }

    @Test
    void aDeviceThatIsTenDaysLateWithItsRenewalIsToldOnceTwentyDaysBeforeItFallsSilent() throws SQLException {
        device();
        certificate("aa", Night.BEGIN.plus(Duration.ofDays(21)));
        watch.round(Night.BEGIN);
        assertThat(alarms()).isEmpty();

        watch.round(Night.BEGIN.plus(Duration.ofDays(2)));
        watch.round(Night.BEGIN.plus(Duration.ofDays(3)));
        assertThat(alarms()).hasSize(1).first().asString()
                .matches("certificate-ends box-late, \\d\\d/\\d\\d technical t");
    }

    @Test
    void itIsOverWhenTheNextCertificateIsThereOrTheDeviceIsRevoked() throws SQLException {
        device();
        certificate("bb", Night.BEGIN.plus(Duration.ofDays(5)));
        watch.round(Night.BEGIN);
        certificate("cc", Night.BEGIN.plus(Duration.ofDays(90)));
        watch.round(Night.minute(1));
        assertThat(alarms()).hasSize(1).first().asString().endsWith(" f");

        night.database.run("DELETE FROM device_certificate WHERE serial = 'cc'");
        watch.round(Night.minute(2));
        night.database.run("UPDATE device SET revoked_at = now() WHERE name = 'box-late'");
        watch.round(Night.minute(3));
        assertThat(alarms()).hasSize(2).allMatch(alarm -> alarm.endsWith(" f"));
    }

    private void device() {
        night.database.run("INSERT INTO device (site, name, shard) VALUES (1, 'box-late', 0)");
        night.database.run("INSERT INTO enrolment (device, made_at, made_by, code_hash, expires_at)"
                + " SELECT id, now(), 'oscar', 'x', now() FROM device WHERE name = 'box-late'");
    }

    private void certificate(String serial, Instant ends) {
        night.database.run(
                "INSERT INTO device_certificate (serial, device, enrolment, fingerprint, pem, issued_at, ends_at)"
                        + " SELECT ?, device, id, ?, 'pem', now(), ?::timestamptz FROM enrolment",
                serial, serial, ends.toString());
    }

    private List<String> alarms() {
        return night.database.rows("SELECT rule, subject, category, cleared_at IS NULL FROM alarm ORDER BY id");
    }
}

package org.gardefroid.system.enrolment;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A certificate that ends soon is replaced over the connection that it still opens. */
class RenewalTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aCertificateIsRenewedBeforeItsEndAndUsed() throws Exception {
        try (Hospital hospital = Hospital.open(folder, "gardefroid.enrolment.certificate-lasts=1h",
                "gardefroid.enrolment.renew-after=8s")) {
            ChildProcess enrolling = hospital.enrol(hospital.code());
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).isZero();
            ChildProcess agent = hospital.agent();
            await().atMost(SOON).until(() -> hospital.count("SELECT count(*) FROM device_certificate") >= 2);
            await().atMost(SOON)
                    .until(() -> agent.lines().stream().anyMatch(line -> line.contains("certificate renewed")));
            hospital.assertThatNobodyElseReadsTheIdentity();

            // Its first certificate counts no more: it is in by the renewed one, or not at all.
            try (Connection connection = DriverManager.getConnection(hospital.site().jdbcUrl(),
                    hospital.site().database().superuser(), hospital.site().database().password())) {
                connection.createStatement().execute(
                        "UPDATE device_certificate SET revoked_at = now() WHERE enrolment IS NOT NULL");
            }
            await().atMost(SOON).until(() -> agent.lines().stream().anyMatch(line -> line.contains("link down")));
            await().atMost(SOON).until(
                    () -> agent.lines().stream().filter(line -> line.contains("link up")).count() >= 2);
            assertThat(hospital.count("SELECT count(*) FROM audit WHERE action = 'certificate-renewed'")).isPositive();
        }
    }
}

package org.gardefroid.dashboards;

import java.sql.SQLException;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever gets hold of Grafana reads temperatures, and no more. */
class RightsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            PLAIN       | SELECT password_hash FROM person
            PLAIN       | SELECT name FROM person
            PLAIN       | SELECT token_hash FROM session
            PLAIN       | SELECT address FROM notification
            PLAIN       | SELECT document FROM audit
            PLAIN       | SELECT bytes FROM quarantine
            PLAIN       | SELECT bytes FROM undated
            PLAIN       | SELECT rolpassword FROM pg_authid
            PLAIN       | INSERT INTO reading (measured_at, source, probe, milli_celsius) VALUES (now(), 1, 1, 5000)
            PLAIN       | UPDATE alarm SET acknowledged_at = now()
            PLAIN       | DELETE FROM excursion
            PLAIN       | TRUNCATE reading
            PLAIN       | DROP TABLE reading
            PLAIN       | CREATE TABLE mine (id integer)
            PLAIN       | SELECT pg_read_file('/etc/passwd')
            PLAIN       | COPY reading TO PROGRAM 'cat'
            PLAIN       | SET ROLE gardefroid_ingest
            TIMESCALEDB | SELECT password_hash FROM person
            TIMESCALEDB | SELECT token_hash FROM session
            TIMESCALEDB | SELECT bytes FROM quarantine
            TIMESCALEDB | INSERT INTO reading (measured_at, source, probe, milli_celsius) VALUES (now(), 1, 1, 5000)
            TIMESCALEDB | DELETE FROM reading
            TIMESCALEDB | TRUNCATE reading
            TIMESCALEDB | SELECT drop_chunks('reading', older_than => now())
            """)
    void grafanaIsRefused(Edition edition, String sql) throws SQLException {
        try (var grafana = ExampleDatabase.of(edition).asGrafana(); var statement = grafana.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOfSatisfying(SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}

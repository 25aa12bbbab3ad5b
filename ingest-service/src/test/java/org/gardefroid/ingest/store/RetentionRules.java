package org.gardefroid.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.gardefroid.testbed.database.DatabaseServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept and what is dropped, whichever database it is: with the rights that the service has, and no others. */
abstract class RetentionRules {

    private static final Instant NOW = Instant.parse("2031-06-15T12:00:00Z");
    private static final Duration FIVE_YEARS = Duration.ofDays(1_830);
    private static final Instant FIVE_YEARS_AGO = NOW.minus(FIVE_YEARS); // 2026-06-11
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final DatabaseServer server;
    private String database = "";
    private Retention retention;

    RetentionRules(DatabaseServer server) {
        this.server = server;
    }

    @BeforeEach
    void migrate() {
        database = "retention-" + COUNT.incrementAndGet();
        String url = server.create(database);
        Flyway.configure().dataSource(url, server.superuser(), server.password()).locations("classpath:db/migration")
                .load().migrate();
        retention = new Retention(new RetentionSettings(FIVE_YEARS, FIVE_YEARS), asService(url),
                InstantSource.fixed(NOW));
        execute("INSERT INTO site (name, label_fr, label_en) VALUES ('pui', 'PUI', 'PUI')");
        execute("INSERT INTO device (site, name, shard) SELECT id, 'box-1', 0 FROM site");
        execute("INSERT INTO probe (device, name, purpose) SELECT id, 'box-1-product', 'product' FROM device");
    }

    /** At once: a dozen databases that are removed together keep the end of the tests waiting. */
    @AfterEach
    void drop() {
        server.drop(database);
    }

    private Transactions asService(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(server.superuser());
        source.setPassword(server.password());
        source.setOptions("-c role=gardefroid_ingest");
        return new Transactions(source);
    }

    @Test
    void aReadingOfFiveYearsIsKeptAndOneThatIsOlderByMonthsIsNot() {
        measured(FIVE_YEARS_AGO.minus(Duration.ofDays(60)));
        measured(FIVE_YEARS_AGO.minus(Duration.ofDays(30)));
        measured(FIVE_YEARS_AGO);
        measured(NOW);
        retention.daily(NOW);
        assertThat(ask("SELECT measured_at FROM reading ORDER BY 1")).containsExactly(FIVE_YEARS_AGO, NOW);
        retention.daily(NOW.plus(Duration.ofDays(30)));
        assertThat(ask("SELECT measured_at FROM reading ORDER BY 1")).containsExactly(NOW);
    }

    @Test
    void aMonthOfTheBatchLogGoesWholeAndTheOneInWhichTheFiveYearsEndStaysWhole() {
        execute("SELECT make_batch_log_partitions('2026-05-01', 2)");
        Instant mayThirtyFirst = Instant.parse("2026-05-31T23:59:59Z");
        Instant juneFirst = Instant.parse("2026-06-01T00:00:00Z");
        received(mayThirtyFirst);
        received(juneFirst);
        retention.daily(NOW);
        assertThat(ask("SELECT received_at FROM batch_log")).containsExactly(juneFirst);
        assertThat(isThere("batch_log_2026_05")).isFalse();
        assertThat(isThere("batch_log_2026_06")).isTrue();
    }

    @Test
    void whatLiesInNoMonthOfTheBatchLogGoesByItsAge() {
        received(FIVE_YEARS_AGO.minusSeconds(1));
        received(FIVE_YEARS_AGO);
        retention.daily(NOW);
        assertThat(ask("SELECT received_at FROM batch_log")).containsExactly(FIVE_YEARS_AGO);
    }

    @Test
    void theMonthsToComeAreMadeBeforeTheyBegin() {
        retention.daily(NOW);
        assertThat(isThere("batch_log_2031_06")).isTrue();
        assertThat(isThere("batch_log_2031_08")).isTrue();
        retention.daily(NOW.plus(Duration.ofDays(31)));
        assertThat(isThere("batch_log_2031_09")).isTrue();
    }

    @Test
    @Timeout(30)
    void whatSomebodyReadsForLongIsDroppedTheNextDayAndTheRestToday() throws SQLException {
        execute("SELECT make_batch_log_partitions('2026-01-01', 1)");
        measured(FIVE_YEARS_AGO.minus(Duration.ofDays(60)));
        try (Connection reader = server.connect(database)) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT count(*) FROM batch_log");
            retention.daily(NOW);
            assertThat(isThere("batch_log_2026_01")).isTrue();
            assertThat(ask("SELECT measured_at FROM reading")).isEmpty();
        }
        retention.daily(NOW.plus(Duration.ofDays(1)));
        assertThat(isThere("batch_log_2026_01")).isFalse();
    }

    @Test
    void nobodyButTheServiceDropsAnything() {
        assertThatThrownBy(() -> execute("SET ROLE gardefroid_console; SELECT drop_readings_before(now())"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("SET ROLE gardefroid_grafana; SELECT drop_batch_log_before(now())"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void lessThanAMonthIsRefused() {
        assertThatThrownBy(() -> new RetentionSettings(Duration.ofDays(30), FIVE_YEARS))
                .hasMessageContaining("gardefroid.retention.readings", "31d");
    }

    private void measured(Instant at) {
        execute("INSERT INTO reading (measured_at, source, probe, milli_celsius) SELECT '" + at
                + "', 1, id, 5000 FROM probe");
    }

    private void received(Instant at) {
        execute("INSERT INTO batch_log (source, number, received_at, journal, device, readings, events, bytes, hash)"
                + " SELECT 1, 1, '" + at + "', gen_random_uuid(), id, 1, 0, 1, sha256('') FROM device");
    }

    private boolean isThere(String table) {
        return !ask("SELECT now() WHERE to_regclass('" + table + "') IS NOT NULL").isEmpty();
    }

    private List<Instant> ask(String sql) {
        List<Instant> times = new ArrayList<>();
        try (Connection connection = server.connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                times.add(row.getObject(1, OffsetDateTime.class).toInstant());
            }
            return times;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = server.connect(database); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + ": " + sql, e);
        }
    }
}

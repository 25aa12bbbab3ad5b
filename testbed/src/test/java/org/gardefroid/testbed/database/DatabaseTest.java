package org.gardefroid.testbed.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Testbed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.gardefroid.testbed.Testbed#editions")
    void whatWasCommittedSurvivesKill9AndAnOrderlyStop(Edition edition) throws Exception {
        try (var database = Database.start(folder.resolve("db"), edition)) {
            ask(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1); SELECT 1");

            database.kill9();
            assertThatThrownBy(() -> ask(database, "SELECT 1")).isInstanceOf(SQLException.class);
            database.restart();
            ask(database, "INSERT INTO kept VALUES (2); SELECT 1");

            database.stop();
            database.restart();
            assertThat(ask(database, "SELECT string_agg(n::text, ',' ORDER BY n) FROM kept")).isEqualTo("1,2");
        }
    }

    @ParameterizedTest
    @MethodSource("org.gardefroid.testbed.Testbed#editions")
    void saysWhatItIs(Edition edition) throws Exception {
        var database = Testbed.shared().database(edition);

        switch (edition) {
            case PLAIN -> {
                assertThat(database.describe()).matches("postgresql 18\\.\\d+");
                assertThat(ask(database, "SELECT current_setting('timescaledb.license', true)")).isNull();
            }
            case TIMESCALEDB, BEST -> {
                assertThat(database.describe()).matches("timescaledb apache 2\\.\\d+\\.\\d+");
                ask(database, "CREATE EXTENSION timescaledb; SELECT 1");
                String version = ask(database, "SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'");
                assertThat(database.describe()).isEqualTo("timescaledb apache " + version);
                assertThat(ask(database, "SHOW timescaledb.telemetry_level")).isEqualTo("off");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.gardefroid.testbed.Testbed#editions")
    void isAsDurableAsAServerMustBe(Edition edition) throws Exception {
        var database = Testbed.shared().database(edition);

        assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void nobodyComesInWithoutThePasswordAndNobodyElseReadsIt() throws Exception {
        var database = Testbed.shared().database(Edition.PLAIN);

        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl("postgres"), "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database.passwordFile())))
                .isEqualTo("rw-------");
        assertThat(database.passwordFile().resolveSibling("postgresql-18")).satisfies(
                data -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                        .isEqualTo("rwx------"));
    }

    @Test
    void aFolderThatBeganPlainStaysPlain() throws Exception {
        Path own = folder.resolve("db");
        try (var database = Database.start(own, Edition.PLAIN)) {
            ask(database, "CREATE TABLE kept (n int); SELECT 1");
        }
        try (var database = Database.start(own, Edition.BEST, Ports.free(), List.of("commit_delay=5000"))) {
            assertThat(ask(database, "SELECT count(*) FROM kept")).isEqualTo("0");
            assertThat(ask(database, "SHOW commit_delay")).isEqualTo("5000");
        }
    }

    @Test
    void aFirstStartThatWasInterruptedIsBegunAgain() throws Exception {
        Path own = folder.resolve("db");
        Files.createDirectories(own.resolve("postgresql-18/base"));
        Files.writeString(own.resolve("postgresql-18/PG_VERSION"), "18");
        Files.writeString(own.resolve("postgresql-18.password"), "half");
        Files.writeString(own.resolve("superuser.password"), "kept");

        try (var database = Database.start(own, Edition.PLAIN)) {
            assertThat(database.password()).isEqualTo("kept");
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    @EnabledIf("isRoot")
    void rootStartsItAsNobodyWhereThereAreNoNamespaces() throws Exception {
        // A folder of root's that nobody else may enter, as this one is.
        try (var database = Database.start(folder.resolve("db"), Edition.PLAIN, Ports.free(), List.of(),
                Account.NOBODY)) {
            assertThat(database.process().handle().info().user()).contains("nobody");
            assertThat(ask(database, "SELECT 1")).isEqualTo("1");
            database.remove();
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    @Test
    void eachTestHasADatabaseOfItsOwn() throws Exception {
        var database = Testbed.shared().database(Edition.PLAIN);

        String url = database.create("of-its-own");

        try (var connection = DriverManager.getConnection(url, database.superuser(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo("of-its-own");
        }
    }

    private static @Nullable String ask(RunningDatabase database, String sql) throws SQLException {
        try (var connection = database.connect("postgres"); var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            var result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}

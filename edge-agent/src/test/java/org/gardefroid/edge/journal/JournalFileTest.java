package org.gardefroid.edge.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gardefroid.edge.delivery.CardFullException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JournalFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatSqliteFoundFullGoesOnInWholeTransactionsOnceThereIsRoom() {
        try (JournalFile file = JournalFile.open(folder.resolve("journal.db"))) {
            run(file, "create table filling (bytes blob)", "pragma max_page_count = 40");
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatExceptionOfType(CardFullException.class).isThrownBy(() -> run(file,
                        "insert into filling values (zeroblob(10))", "insert into filling values (zeroblob(900000))"));
            }
            assertThat(count(file)).as("nothing of what did not fit whole").isZero();

            run(file, "pragma max_page_count = 4000");
            run(file, "insert into filling values (zeroblob(900000))");
            assertThat(count(file)).isOne();
        }
    }

    @Test
    void aFileThatAFullCardKeepsFromBeingOpenedIsNotTakenForDamaged() {
        SQLException notWritten = new SQLException("disk I/O error", "", 10 | 19 << 8);
        assertThat(JournalFile.isForWantOfRoom(notWritten, 0)).isTrue();
        assertThat(JournalFile.isForWantOfRoom(notWritten, 1L << 30)).as("a sector that cannot be read").isFalse();
        assertThat(JournalFile.isForWantOfRoom(new SQLException("malformed", "", 11), 0)).isFalse();
    }

    private static void run(JournalFile file, String... statements) {
        file.inTransaction("cannot run", connection -> {
            for (String sql : statements) {
                execute(connection, sql);
            }
            return statements.length;
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(JournalFile file) {
        return file.inTransaction("cannot count", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from filling")) {
                return result.getInt(1);
            }
        });
    }
}

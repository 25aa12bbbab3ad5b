package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.notify.Notice.Seen;

/** What there is to tell of an alarm some time after it was told first. */
final class NoticeNow {

    private static final String WORST = """
            SELECT x.worst_milli_celsius AS milli_celsius, x.worst_at AS at, x.subject
            FROM alarm_fact f JOIN excursion x ON x.id = f.excursion
            WHERE f.alarm = ? AND x.withdrawn_at IS NULL AND x.worst_milli_celsius IS NOT NULL
            ORDER BY x.worst_milli_celsius * ? DESC LIMIT 1""";
    private static final String CURRENT = """
            SELECT measured_at AS at, milli_celsius FROM reading
            WHERE probe = (SELECT id FROM probe WHERE name = ?) AND milli_celsius IS NOT NULL
            ORDER BY measured_at DESC LIMIT 1""";

    private static final Set<Cause> IS_WORSE_BELOW = Set.of(Cause.TOO_COLD, Cause.TOO_COLD_CUMULATIVE);

    private NoticeNow() {}

    static Notice of(Connection connection, Running run, NoticeKind kind) throws SQLException {
        Notice first = run.notice();
        try (PreparedStatement worst = connection.prepareStatement(WORST);
                PreparedStatement current = connection.prepareStatement(CURRENT)) {
            worst.setLong(1, run.alarm());
            worst.setInt(2, IS_WORSE_BELOW.contains(first.cause()) ? -1 : 1);
            try (ResultSet row = worst.executeQuery()) {
                if (!row.next()) {
                    return first.as(kind, run.clearedAt(), Optional.empty(), Optional.empty());
                }
                Optional<Seen> seen = Optional.of(seen(row));
                current.setString(1, row.getString("subject"));
                try (ResultSet last = current.executeQuery()) {
                    return first.as(kind, run.clearedAt(), seen,
                            last.next() ? Optional.of(seen(last)) : Optional.empty());
                }
            }
        }
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(row.getInt("milli_celsius"), row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Occurrence;

/** Until when boxes say that their own probes are calibrated. What is said of an earlier day, by an old journal, changes nothing. */
final class Calibrations {

    private static final String UPDATE = """
            UPDATE probe SET calibration_due = ?
            WHERE device = ? AND name = ? AND (calibration_due IS NULL OR calibration_due < ?)""";

    private final List<Told> told = new ArrayList<>();

    private record Told(int device, Event.ProbeCalibrated calibrated) {}

    void take(int device, DatedRecord record) {
        if (record instanceof Occurrence occurrence && occurrence.event() instanceof Event.ProbeCalibrated calibrated) {
            told.add(new Told(device, calibrated));
        }
    }

    void write(Connection connection) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Told each : told) {
                update.setObject(1, each.calibrated().until());
                update.setInt(2, each.device());
                update.setString(3, each.calibrated().probe().value());
                update.setObject(4, each.calibrated().until());
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}

package org.gardefroid.testbed.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.StopSignal;

/** The server's process: its command and its settings. */
final class ServerProcess {

    /** Two background workers are enough: one for each database that has the extension's jobs, and one to launch them. */
    private static final List<String> TIMESCALE = List.of("shared_preload_libraries=timescaledb",
            "timescaledb.telemetry_level=off", "timescaledb.max_background_workers=2");

    private ServerProcess() {}

    static ChildProcess start(DataFolder data, int port, List<String> settings) throws IOException {
        var command = new ArrayList<>(
                List.of(data.distribution().program("postgres").toString(), "-D", data.data().toString()));
        // No local socket: its path may be too long, and TCP with a password serves everybody.
        set(command, List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on",
                "lc_messages=C", "timezone=UTC", "log_timezone=UTC", "shared_buffers=512MB", "max_wal_size=4GB",
                "min_wal_size=1GB"));
        if (data.distribution().hasTimescale()) {
            set(command, TIMESCALE);
        }
        set(command, settings);
        return ChildProcess.start(data.account().prefix(), command, data.folder().resolve("database.log"),
                StopSignal.INTERRUPT);
    }

    private static void set(List<String> command, List<String> settings) {
        for (String setting : settings) {
            command.add("-c");
            command.add(setting);
        }
    }
}

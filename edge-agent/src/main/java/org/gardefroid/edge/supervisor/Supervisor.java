package org.gardefroid.edge.supervisor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd that the agent is ready and lives (sd_notify(3)). The judging loop feeds this, with each round that went
 * from the probes through the journal and the rules: an agent that hangs anywhere on that way falls silent and is started
 * again. Does nothing where nobody asked for it by {@code NOTIFY_SOCKET}.
 */
public final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** What systemd itself advises: half of the limit would do, and one may be lost. */
    private static final int SIGNS_WITHIN_THE_LIMIT = 4;

    private static final Duration WITHOUT_A_LIMIT = Duration.ofMinutes(1);

    private final Optional<String> socket;
    private final long everyMillis;
    private final LongSupplier millis;
    private boolean ready;
    private long toldMillis;
    private String status = "";

    Supervisor(Optional<String> socket, Duration every, LongSupplier millis) {
        this.socket = socket;
        this.everyMillis = every.toMillis();
        this.millis = millis;
    }

    /**
     * @param environment of the process: {@code NOTIFY_SOCKET}, and {@code WATCHDOG_USEC} in microseconds
     * @param millis monotonic
     */
    public static Supervisor of(Map<String, String> environment, LongSupplier millis) {
        Optional<String> socket = Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
                .filter(path -> path.startsWith("/") || path.startsWith("@"));
        Duration every = WITHOUT_A_LIMIT;
        try {
            every = Optional.ofNullable(environment.get("WATCHDOG_USEC")).map(Long::parseLong)
                    .map(micros -> Duration.ofMillis(micros / 1_000 / SIGNS_WITHIN_THE_LIMIT)).orElse(every);
        } catch (NumberFormatException e) {
            LOG.warn("watchdog's limit is no number WATCHDOG_USEC={}", environment.get("WATCHDOG_USEC"));
        }
        return new Supervisor(socket, every, millis);
    }

    /** A round of the judging loop is done; the first one says that the agent is ready. */
    public void lives() {
        long now = millis.getAsLong();
        if (socket.isEmpty() || ready && now - toldMillis < everyMillis) {
            return;
        }
        tell(ready ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1");
        ready = true;
        toldMillis = now;
    }

    /** What {@code systemctl status} shows of it; told when it is another than before. */
    public void status(String now) {
        if (!now.equals(status)) {
            status = now;
            tell("STATUS=" + now.replace('\n', ' '));
        }
    }

    public void stops() {
        tell("STOPPING=1");
    }

    private void tell(String state) {
        socket.ifPresent(path -> {
            if (!UnixDatagram.send(path, state.getBytes(StandardCharsets.UTF_8))) {
                LOG.warn("supervisor not told socket={}", path);
            }
        });
    }
}

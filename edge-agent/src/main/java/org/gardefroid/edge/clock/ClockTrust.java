package org.gardefroid.edge.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.BatchClock;

/**
 * Whether the machine's wall clock may be believed: because the network has set it, or because it agrees with a clock that
 * goes on without current. Where neither is named it may, unless it shows a time before there was any Gardefroid.
 *
 * @param synchronizedFile whose existence says that the network has set the clock
 * @param rtc the folder of a real-time clock such as {@code /sys/class/rtc/rtc0}. Of a DS3231 whose battery was empty the
 *     kernel reads nothing (its oscillator-stop flag), so that it never vouches for a time that it has lost
 */
public record ClockTrust(Optional<Path> synchronizedFile, Optional<Path> rtc) {

    public static final ClockTrust ALWAYS = new ClockTrust(Optional.empty(), Optional.empty());

    /** The RTC tells whole seconds, and the two are not read at the same instant. */
    static final Duration AGREES_WITHIN = Duration.ofSeconds(2);

    public boolean isRight(Instant wall) {
        if (wall.isBefore(BatchClock.EARLIEST)) { // no clock of this machine was ever set
            return false;
        }
        return equals(ALWAYS) || synchronizedFile.map(Files::exists).orElse(false)
                || rtc.map(folder -> agrees(folder, wall)).orElse(false);
    }

    private static boolean agrees(Path folder, Instant wall) {
        try {
            Instant told = Instant
                    .ofEpochSecond(Long.parseLong(Files.readString(folder.resolve("since_epoch")).strip()));
            return Duration.between(told, wall).abs().compareTo(AGREES_WITHIN) <= 0;
        } catch (IOException | NumberFormatException e) { // there is none, or it has lost the time
            return false;
        }
    }
}

package org.gardefroid.hardware.ds3231;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;

/** The registers of figure 1: UTC in binary-coded decimals, 24 hours, a century bit beside the month. */
final class ClockRegisters {

    static final int BYTES = 7;

    private static final int CENTURY = 0x80;
    private static final int TWELVE_HOURS = 0x40;

    private ClockRegisters() {}

    /** Empty if they are no date, or count twelve hours, as we never set them. */
    static Optional<Instant> decode(byte[] bytes) {
        if ((bytes[2] & TWELVE_HOURS) != 0) {
            return Optional.empty();
        }
        try {
            int century = (bytes[5] & CENTURY) == 0 ? 2000 : 2100;
            return Optional.of(LocalDateTime.of(century + binary(bytes[6]), binary(bytes[5] & 0x1F), binary(bytes[4]),
                    binary(bytes[2]), binary(bytes[1]), binary(bytes[0])).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param at 2000 to 2199, to the second */
    static byte[] encode(Instant at) {
        LocalDateTime date = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        if (date.getYear() < 2000 || date.getYear() > 2199) {
            throw new IllegalArgumentException("a DS3231 counts the years 2000 to 2199: " + at);
        }
        int century = date.getYear() < 2100 ? 0 : CENTURY;
        return new byte[]{decimal(date.getSecond()), decimal(date.getMinute()), decimal(date.getHour()),
            (byte) date.getDayOfWeek().getValue(), decimal(date.getDayOfMonth()),
            (byte) (decimal(date.getMonthValue()) | century), decimal(date.getYear() % 100)};
    }

    /** Registers 11h and 12h: quarters of a degree, the clock's own. */
    static Temperature temperature(byte[] bytes) {
        return new Temperature((bytes[0] << 2 | Byte.toUnsignedInt(bytes[1]) >> 6) * 250);
    }

    /** What is no decimal digit becomes a number that no date has. */
    private static int binary(int decimals) {
        int tens = decimals >> 4 & 0xF;
        int ones = decimals & 0xF;
        return tens > 9 || ones > 9 ? 99 : tens * 10 + ones;
    }

    private static byte decimal(int binary) {
        return (byte) (binary / 10 << 4 | binary % 10);
    }
}

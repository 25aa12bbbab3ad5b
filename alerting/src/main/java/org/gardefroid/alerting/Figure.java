package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A number that a person may edit.
 *
 * @param name as in the record that it stands in: {@code bound}, {@code delay}, {@code within}
 * @param least that it may be, included, as {@code most}
 */
public record Figure(String name, Unit unit, BigDecimal least, BigDecimal most, BigDecimal value) {

    public enum Unit {
        CELSIUS, KELVIN, KELVIN_PER_HOUR, MINUTES, DAYS, COUNT, PERCENT
    }

    /** Six seconds: what is not nothing at all. */
    private static final BigDecimal SHORTEST = new BigDecimal("0.1");
    /** Longer than any rule waits. */
    private static final Duration YEAR = Duration.ofDays(366);

    static Figure bound(Bound bound) {
        return celsius("bound", bound.limit().milliCelsius());
    }

    /** Within what any probe of ours can tell. */
    public static Figure celsius(String name, int milliCelsius) {
        return new Figure(name, Unit.CELSIUS, BigDecimal.valueOf(-200), BigDecimal.valueOf(200),
                thousandth(milliCelsius));
    }

    /** That two readings may be apart: a minute to a day. */
    public static Figure longestGap(Duration gap) {
        return minutes("longestGap", BigDecimal.ONE, Duration.ofDays(1), gap);
    }

    /** @param least in thousandths of a degree */
    static Figure kelvin(String name, int least, int thousandths) {
        return new Figure(name, Unit.KELVIN, thousandth(least), BigDecimal.valueOf(20), thousandth(thousandths));
    }

    static Figure kelvinPerHour(String name, int thousandths) {
        return new Figure(name, Unit.KELVIN_PER_HOUR, new BigDecimal("0.1"), BigDecimal.valueOf(600),
                thousandth(thousandths));
    }

    static Figure count(String name, Unit unit, int least, int most, int value) {
        return new Figure(name, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), BigDecimal.valueOf(value));
    }

    /** That may be nothing. */
    static Figure delay(String name, Duration length) {
        return minutes(name, BigDecimal.ZERO, YEAR, length);
    }

    static Figure length(String name, Duration length) {
        return minutes(name, SHORTEST, YEAR, length);
    }

    static Figure length(String name, Duration most, Duration length) {
        return minutes(name, SHORTEST, most, length);
    }

    private static Figure minutes(String name, BigDecimal least, Duration most, Duration length) {
        return new Figure(name, Unit.MINUTES, least, inMinutes(most), inMinutes(length));
    }

    private static BigDecimal inMinutes(Duration length) {
        return BigDecimal.valueOf(length.toMillis()).divide(BigDecimal.valueOf(60_000), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static BigDecimal thousandth(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    }
}

package org.gardefroid.alerting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.gardefroid.telemetry.Temperature;

/** What a person has written, by the name of its {@link Figure}; a number that is not named stays as it was, to the last digit. */
record EditedNumbers(Map<String, BigDecimal> values) {

    Bound bound(Bound before) {
        return values.containsKey("bound")
                ? Bound.of(before.word(), new Temperature(thousandths("bound", 0)))
                : before;
    }

    Duration minutes(String name, Duration before) {
        BigDecimal told = values.get(name);
        return told == null
                ? before
                : Duration.ofSeconds(
                        told.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    int thousandths(String name, int before) {
        BigDecimal told = values.get(name);
        return told == null ? before : told.movePointRight(3).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    int whole(String name, int before) {
        BigDecimal told = values.get(name);
        return told == null ? before : told.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}

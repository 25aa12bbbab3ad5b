package org.gardefroid.alerting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.ExcursionState.Confirmed;
import org.gardefroid.alerting.ExcursionState.Suspected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.TOP_PROBE;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.high;
import static org.gardefroid.alerting.Records.id;
import static org.gardefroid.alerting.Records.minutes;

/** The table in {@link ExcursionState}'s own words, line by line, for "above 8 °C for 30 minutes". */
class ExcursionTableTest {

    private static final ExcursionState IN_RANGE = ExcursionState.IN_RANGE;
    private static final ExcursionState SUSPECTED = suspected(0, 0);
    private static final ExcursionState BROKEN = suspected(0, 100);
    private static final Confirmed POSSIBLE = new Confirmed(excursion(Certainty.POSSIBLE, 100, 9, 0, 60), at(100));
    private static final Confirmed OBSERVED = new Confirmed(excursion(Certainty.OBSERVED, 30, 9, 0, 0), at(0));

    /**
     * One reading.
     *
     * @param gap how many minutes nobody saw before it
     * @param told what is new of the excursion, if anything
     */
    record Line(ExcursionState before, double minute, double celsius, int gap, ExcursionState after,
            Optional<Excursion> told) {}

    private static Suspected suspected(double since, double unbrokenSince) {
        return new Suspected(at(since), at(unbrokenSince), minutes(since == unbrokenSince ? 0 : 60), celsius(9),
                at(since));
    }

    private static Excursion excursion(
            Certainty certainty, double confirmed, double worst, double worstAt, int unobserved) {
        return new Excursion(id(HIGH, 0), high(30).bound(), Severity.WARNING, certainty, at(confirmed),
                Optional.empty(), celsius(worst), at(worstAt), minutes(unobserved));
    }

    private static Line quiet(ExcursionState before, double minute, double celsius, int gap, ExcursionState after) {
        return new Line(before, minute, celsius, gap, after, Optional.empty());
    }

    private static Line told(ExcursionState before, double minute, double celsius, int gap, Confirmed after) {
        return new Line(before, minute, celsius, gap, after, Optional.of(after.excursion()));
    }

    private static Line ended(Confirmed before, double minute, int gap) {
        return new Line(before, minute, 8, gap, IN_RANGE,
                Optional.of(before.excursion().ended(at(minute), minutes(gap))));
    }

    static List<Line> table() {
        return List.of(
                quiet(IN_RANGE, 0, 8, 0, IN_RANGE),
                quiet(IN_RANGE, 0, 8, 60, IN_RANGE),
                quiet(IN_RANGE, 0, 9, 0, SUSPECTED),
                quiet(IN_RANGE, 0, 9, 60, SUSPECTED),

                quiet(SUSPECTED, 10, 8, 0, IN_RANGE),
                quiet(SUSPECTED, 90, 8, 60, IN_RANGE),
                quiet(SUSPECTED, 29, 9, 0, SUSPECTED),
                quiet(SUSPECTED, 29, 10, 0,
                        new Suspected(at(0), at(0), Duration.ZERO, celsius(10), at(29))),
                told(SUSPECTED, 30, 9, 0, OBSERVED),
                told(SUSPECTED, 100, 9, 60, POSSIBLE),
                quiet(SUSPECTED, 29, 9, 20,
                        new Suspected(at(0), at(29), minutes(20), celsius(9), at(0))),
                told(BROKEN, 130, 9, 0, new Confirmed(excursion(Certainty.OBSERVED, 130, 9, 0, 60), at(100))),

                ended(OBSERVED, 40, 0),
                ended(OBSERVED, 140, 60),
                quiet(OBSERVED, 40, 9, 0, OBSERVED),
                quiet(OBSERVED, 40, 8.5, 0, OBSERVED),
                told(OBSERVED, 40, 11, 0, new Confirmed(excursion(Certainty.OBSERVED, 30, 11, 40, 0), at(0))),
                told(OBSERVED, 140, 9, 60, new Confirmed(excursion(Certainty.OBSERVED, 30, 9, 0, 60), at(140))),

                ended(POSSIBLE, 110, 0),
                quiet(POSSIBLE, 129, 9, 0, POSSIBLE),
                told(POSSIBLE, 130, 9, 0, new Confirmed(excursion(Certainty.OBSERVED, 100, 9, 0, 60), at(100))),
                told(POSSIBLE, 200, 9, 60, new Confirmed(excursion(Certainty.POSSIBLE, 100, 9, 0, 120), at(200))));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachReadingLeadsWhereTheTableSays(Line line) {
        assertThat(high(30).step(line.before(), TOP_PROBE, at(line.minute()), celsius(line.celsius()),
                minutes(line.gap()))).isEqualTo(new ExcursionRule.Verdict(line.after(), line.told()));
    }
}

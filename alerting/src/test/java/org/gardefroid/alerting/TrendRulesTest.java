package org.gardefroid.alerting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.ProbeId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;

/** How the air changes over ten minutes; a reading a minute, half an hour without one is a gap. */
class TrendRulesTest {

    private static final RuleName NAME = new RuleName("trend");
    private static final RateRule SIX_AN_HOUR = new RateRule(NAME, Severity.WARNING, 6_000, minutes(10));
    private static final ForecastRule EIGHT_IN_HALF_AN_HOUR = new ForecastRule(NAME, Severity.WARNING,
            new Bound.Above(celsius(8)), minutes(30), minutes(10));

    private static List<Fact> facts(Rule rule, List<DatedRecord> records) {
        return Records.facts(judge(settings(rule)), records).stream().filter(Lasting.class::isInstance).toList();
    }

    /** From that on, so much more each minute. */
    private static List<DatedRecord> air(ProbeId probe, double celsius, double each, int count) {
        List<DatedRecord> records = new ArrayList<>();
        for (int minute = 0; minute < count; minute++) {
            records.add(reading(probe, minute, celsius + each * minute));
        }
        return records;
    }

    @Test
    void fasterThanThatIsFastAndThatFastIsNot() {
        assertThat(facts(SIX_AN_HOUR, air(AIR, 4, 0.101, 11))).hasSize(1);
        assertThat(facts(SIX_AN_HOUR, air(AIR, 4, 0.1, 11))).isEmpty();
        assertThat(facts(SIX_AN_HOUR, air(AIR, 4, -0.101, 11))).hasSize(1);
    }

    @Test
    void halfOfTheStretchHasToBeSeen() {
        assertThat(facts(SIX_AN_HOUR, air(AIR, 4, 1, 5))).isEmpty();
        assertThat(facts(SIX_AN_HOUR, air(AIR, 4, 1, 6))).extracting(Fact::confirmedAt).containsExactly(at(5));
    }

    @Test
    void twoReadingsAreNoTrend() {
        assertThat(facts(SIX_AN_HOUR, List.of(reading(AIR, 0, 4), reading(AIR, 9, 8)))).isEmpty();
    }

    @Test
    void aGapBeginsTheTrendAnew() {
        List<DatedRecord> records = new ArrayList<>(air(AIR, 4, 0, 11));
        records.add(reading(AIR, 60, 9));
        records.add(reading(AIR, 61, 9));
        assertThat(facts(new RateRule(NAME, Severity.WARNING, 1_000, minutes(120)), records)).isEmpty();
    }

    @Test
    void whatWillCrossWithinTheTimeIsForetold() {
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, air(AIR, 4, 0.1, 11))).extracting(Fact::confirmedAt)
                .containsExactly(at(10));
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, air(AIR, 4, 0.1, 10))).isEmpty();
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, air(AIR, 7.9, 0, 30))).isEmpty();
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, air(AIR, 7.9, -0.1, 30))).isEmpty();
    }

    @Test
    void whileTheAirIsBeyondTheProductWillFollowUntilTheAirIsBackByADegree() {
        List<DatedRecord> records = new ArrayList<>(air(AIR, 7, 0.1, 15));
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, records)).extracting(Fact::endedAt).containsExactly(Optional.empty());
        IntStream.range(15, 28).forEach(minute -> records.add(reading(AIR, minute, 8.4 - (minute - 14) * 0.1)));
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, records)).extracting(Fact::endedAt).containsExactly(Optional.empty());
        records.add(reading(AIR, 28, 7));
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, records)).extracting(Fact::endedAt)
                .containsExactly(Optional.of(at(28)));
    }

    @Test
    void aLidThatIsOpenedForAMinuteForetellsNothing() {
        ForecastRule ahead = (ForecastRule) Preset.COOL_BOX_2_8.rules().stream()
                .filter(ForecastRule.class::isInstance).findFirst().orElseThrow();
        List<DatedRecord> records = new ArrayList<>();
        for (int minute = 0; minute < 240; minute++) { // each quarter of an hour, and eight minutes to be cold again
            int since = minute % 15;
            records.add(reading(AIR, minute, 4.5 + (since < 9 ? 11 * Math.exp(-since / 2.5) : 0)));
        }
        assertThat(facts(ahead, records)).isEmpty();

        List<DatedRecord> melted = new ArrayList<>(records);
        IntStream.range(240, 300)
                .forEach(minute -> melted.add(reading(AIR, minute, 4.5 + (minute - 240) * 0.1)));
        assertThat(facts(ahead, melted)).extracting(Fact::endedAt).containsExactly(Optional.empty());
    }

    @Test
    void readEverySecondItRemembersNoMoreThanReadEachMinute() {
        Trend trend = new Trend(AIR, List.of());
        for (int second = 0; second < 7_200; second++) {
            trend = trend.with(at(0).plusSeconds(second), celsius(4 + second / 3_600.0), minutes(10), minutes(36));
        }
        assertThat(trend.points()).hasSizeLessThan(241);
        Trend.Line line = trend.calmLine(minutes(36), true).orElseThrow();
        assertThat(line.nowMilliCelsius()).isBetween(5_995.0, 6_005.0);
        assertThat(line.milliCelsiusPerHour()).isBetween(990.0, 1_010.0);
    }

    @Test
    void coldIsForetoldDownwards() {
        assertThat(facts(new ForecastRule(NAME, Severity.WARNING, new Bound.Below(celsius(2)), minutes(30),
                minutes(10)), air(AIR, 4, -0.1, 8))).hasSize(1);
    }

    @Test
    void theProductProbeForetellsNothing() {
        assertThat(facts(EIGHT_IN_HALF_AN_HOUR, air(TOP, 4, 0.1, 30))).isEmpty();
    }

    @Test
    void itsStateComesBackAsItWent() {
        EquipmentFold fold = new EquipmentFold(settings(SIX_AN_HOUR));
        EquipmentState state = EquipmentState.initial(FRIDGE);
        for (DatedRecord record : air(AIR, 4, 1, 8)) {
            state = fold.step(state, record).state();
        }
        assertThat(state.ongoing()).hasSize(1);
        assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(state))).contains(state);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new RateRule(NAME, Severity.WARNING, 0, minutes(10)))
                .hasMessageContaining("most must be positive: 0 m°C an hour");
        assertThatThrownBy(() -> new ForecastRule(NAME, Severity.WARNING, new Bound.Above(celsius(8)), minutes(0),
                minutes(10))).hasMessageContaining("longest must be positive: PT0S");
    }
}

package org.gardefroid.alerting;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DatedRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.FRIDGE;
import static org.gardefroid.alerting.Records.HIGH;
import static org.gardefroid.alerting.Records.LOW;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.celsius;
import static org.gardefroid.alerting.Records.every;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.settings;
import static org.gardefroid.alerting.Records.top;

/** "Above 8 °C for 10 minutes, back by 0.3 °C", a reading every 10 minutes. */
class HysteresisTest {

    private static final ExcursionRule RULE = new ExcursionRule(HIGH, Severity.WARNING, new Bound.Above(celsius(8)),
            minutes(10), 300);

    private static List<Excursion> excursions(ExcursionRule rule, List<DatedRecord> records) {
        return Records.facts(judge(settings(rule)), records).stream().filter(Excursion.class::isInstance)
                .map(Excursion.class::cast).toList();
    }

    @Test
    void aTemperatureThatWaversAboutItsLimitIsOneExcursion() {
        List<Excursion> found = excursions(RULE, every(10, 8.1, 8.1, 7.9, 8.1, 7.8, 8.2, 7.9));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().id().since()).isEqualTo(at(0));
        assertThat(found.getFirst().isOngoing()).isTrue();
        assertThat(found.getFirst().worst()).isEqualTo(celsius(8.2));
    }

    @Test
    void onceItIsBackTheExcursionHasEndedWithTheFirstReadingInRange() {
        assertThat(excursions(RULE, every(10, 8.1, 8.1, 7.9, 7.8, 7.7))).extracting(Excursion::endedAt)
                .containsExactly(Optional.of(at(20)));
    }

    @Test
    void backByTheHysteresisExactlyIsBack() {
        assertThat(excursions(RULE, every(10, 9, 9, 7.7))).extracting(Excursion::endedAt)
                .containsExactly(Optional.of(at(20)));
        assertThat(excursions(RULE, every(10, 9, 9, 7.701))).extracting(Excursion::endedAt)
                .containsExactly(Optional.empty());
    }

    @Test
    void whatNobodySawBeforeItCameNearlyBackIsToldThoughItGoesOn() {
        assertThat(excursions(RULE, List.of(top(0, 9), top(10, 9), top(70, 7.9))))
                .extracting(Excursion::unobserved, Excursion::endedAt)
                .containsExactly(tuple(minutes(60), Optional.empty()));
    }

    @Test
    void whatIsNotYetConfirmedIsForgottenByAnyReadingInRange() {
        assertThat(excursions(RULE, every(5, 8.1, 7.9, 8.1, 7.9))).isEmpty();
    }

    @Test
    void coldComesBackUpwards() {
        ExcursionRule cold = new ExcursionRule(LOW, Severity.CRITICAL, new Bound.AtOrBelow(celsius(-0.5)), minutes(0),
                300);
        assertThat(excursions(cold, every(10, -0.5, -0.4, -0.3, -0.2))).extracting(Excursion::endedAt)
                .containsExactly(Optional.of(at(10)));
        assertThat(excursions(cold, every(10, -0.5, -0.4, -0.3))).extracting(Excursion::endedAt)
                .containsExactly(Optional.empty());
    }

    @Test
    void aFaultOrAGapWhileItComesBackEndsNothing() {
        assertThat(excursions(RULE, List.of(top(0, 9), top(10, 9), top(20, 7.9), top(30, FAULT), top(90, 7.9))))
                .extracting(Excursion::endedAt).containsExactly(Optional.empty());
    }

    @Test
    void withoutHysteresisTheFirstReadingInRangeEndsIt() {
        assertThat(excursions(new ExcursionRule(HIGH, Severity.WARNING, new Bound.Above(celsius(8)), minutes(10)),
                every(10, 8.1, 8.1, 8.0, 8.1, 8.1))).hasSize(2);
    }

    @Test
    void itsStateComesBackAsItWent() {
        EquipmentFold fold = new EquipmentFold(settings(RULE));
        EquipmentState state = EquipmentState.initial(FRIDGE);
        for (DatedRecord record : every(10, 9, 9, 7.9)) {
            state = fold.step(state, record).state();
        }
        assertThat(EquipmentStateCodec.decode(EquipmentStateCodec.encode(state))).contains(state);
    }

    @Test
    void aHysteresisThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new ExcursionRule(HIGH, Severity.WARNING, new Bound.Above(celsius(8)), minutes(0), -1))
                .hasMessageContaining("hysteresis must be 0 to 20000 m°C: -1");
    }
}

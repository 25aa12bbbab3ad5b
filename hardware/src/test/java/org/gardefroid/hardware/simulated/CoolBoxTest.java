package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.gardefroid.hardware.simulated.Simulated.START;
import static org.gardefroid.hardware.simulated.Simulated.after;
import static org.gardefroid.hardware.simulated.Simulated.scenario;

class CoolBoxTest {

    @Test
    void whileThereIsIceTheLoadStaysBetweenTwoAndFiveForAWorkingDay() {
        CoolBox box = new CoolBox(scenario(), 2);

        assertThat(IntStream.range(0, 12 * 60)
                .mapToDouble(minute -> box.at(START.plus(Duration.ofMinutes(minute))).load()))
                .allMatch(celsius -> celsius > 2 && celsius < 5);
    }

    @Test
    void moreIceLastsLonger() {
        assertThat(after(new CoolBox(scenario(), 1), "30H").load()).isGreaterThan(8);
        assertThat(after(new CoolBox(scenario(), 3), "30H").load()).isLessThan(5);
    }

    @Test
    void onceTheIceHasMeltedItWarmsToTheRoom() {
        CoolBox box = new CoolBox(scenario(), 1);

        assertThat(after(box, "200H").load()).isCloseTo(21, within(0.5));
    }

    @Test
    void anOpenLidWarmsTheAirInMinutesAndTheLoadInTheHourThatFollows() {
        CoolBox box = new CoolBox(scenario("at 2h for 3h lid open"), 2);

        assertThat(after(box, "2H10M").bareTip()).isGreaterThan(12);
        assertThat(after(box, "2H10M").bufferedTip()).isLessThan(6);
        assertThat(after(box, "3H").load()).isGreaterThan(8);
    }

    @Test
    void aShortLookInsideDoesNotTakeTheLoadOutOfRange() {
        CoolBox box = new CoolBox(scenario("at 2h for 2m lid open"), 2);

        assertThat(IntStream.range(0, 240).mapToDouble(minute -> box.at(START.plus(Duration.ofMinutes(minute))).load()))
                .allMatch(celsius -> celsius < 8);
    }

    @Test
    void aHotDayMeltsTheIceSooner() {
        assertThat(after(new CoolBox(scenario("at 0h for 90h ambient 35"), 2), "24H").load())
                .isGreaterThan(after(new CoolBox(scenario(), 2), "24H").load() + 1);
    }

    @Test
    void whatComesInMeltsIceOrWarmsWhatIsInside() {
        Climate end = after(new CoolBox(scenario("at 2h for 30m lid open"), 1), "48H");

        assertThat(end.heatStoredJoules()).isCloseTo(end.heatGainedJoules(),
                within(end.heatGainedJoules() / 1_000_000));
    }

    @Test
    void packsHaveAWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CoolBox(scenario(), 0))
                .withMessageContaining("100 kg");
    }
}

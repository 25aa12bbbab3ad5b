package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gardefroid.hardware.simulated.Simulated.START;
import static org.gardefroid.hardware.simulated.Simulated.after;
import static org.gardefroid.hardware.simulated.Simulated.scenario;

class RefrigeratorTest {

    private final Refrigerator quiet = new Refrigerator(scenario());

    @Test
    void leftAloneItKeepsItsLoadWellInsideTwoToEightForTwoDays() {
        assertThat(IntStream.range(0, 2 * 24 * 60).mapToDouble(minute -> minutes(quiet, minute).load()))
                .allMatch(celsius -> celsius > 3.5 && celsius < 6.5);
    }

    @Test
    void itsAirSwingsWithTheCompressorAndItsLoadHardlyDoes() {
        double airSwing = swing(IntStream.range(60, 360).mapToDouble(minute -> minutes(quiet, minute).air()).toArray());
        double loadSwing = swing(
                IntStream.range(60, 360).mapToDouble(minute -> minutes(quiet, minute).load()).toArray());

        assertThat(airSwing).isGreaterThan(1.5);
        assertThat(loadSwing).isLessThan(airSwing / 3);
    }

    @Test
    void anOpenDoorWarmsTheAirWithinMinutesAndTheLoadSlowly() {
        Refrigerator opened = new Refrigerator(scenario("at 1h for 10m door open"));

        assertThat(after(opened, "1H4M").air()).isGreaterThan(12);
        assertThat(after(opened, "1H4M").load()).isLessThan(6);
        assertThat(after(opened, "1H10M").load()).isLessThan(8);
    }

    @Test
    void aDoorLeftOpenForAnHourTakesTheLoadAboveEightAndTheClosedOneBringsItBack() {
        Refrigerator opened = new Refrigerator(scenario("at 1h for 1h door open"));

        assertThat(after(opened, "2H").load()).isGreaterThan(8.5);
        assertThat(after(opened, "6H").load()).isLessThan(8);
    }

    @Test
    void withoutItsCompressorItWarmsOverHoursTowardsTheRoom() {
        Refrigerator off = new Refrigerator(scenario("at 1h for 90h compressor off"));

        assertThat(after(off, "2H").load()).isLessThan(8);
        assertThat(after(off, "6H").load()).isGreaterThan(8);
        assertThat(after(off, "90H").load()).isCloseTo(21, within(0.5));
    }

    @Test
    void aPowerCutStopsTheCompressorToo() {
        Refrigerator cut = new Refrigerator(scenario("at 1h for 12h power off"));

        assertThat(after(cut, "13H").load()).isGreaterThan(8);
    }

    @Test
    void whatComesInStaysOrIsTakenOutByTheCompressor() {
        Climate end = after(new Refrigerator(scenario("at 3h for 20m door open", "at 9h for 2h compressor off")),
                "24H");

        assertThat(end.heatStoredJoules())
                .isCloseTo(end.heatGainedJoules() - end.heatRemovedJoules(),
                        within(end.heatGainedJoules() / 1_000_000));
        assertThat(end.heatRemovedJoules()).isGreaterThan(1_000_000);
    }

    @Test
    void theSameTimeHasTheSameTemperaturesWhateverWasAskedBefore() {
        Refrigerator asked = new Refrigerator(scenario());
        IntStream.range(0, 500).forEach(i -> asked.at(START.plusMillis(i * 777L)));

        assertThat(after(asked, "12H")).isEqualTo(after(new Refrigerator(scenario()), "12H"));
        assertThat(after(asked, "3M")).isEqualTo(after(new Refrigerator(scenario()), "3M"));
    }

    @Test
    void theBufferedTipShowsAThawLaterThanTheBareOne() {
        Refrigerator opened = new Refrigerator(scenario("at 1h for 5m door open"));

        assertThat(after(opened, "1H5M").bareTip()).isGreaterThan(10);
        assertThat(after(opened, "1H5M").bufferedTip()).isLessThan(6);
    }

    private static Climate minutes(ThermalModel model, int minutes) {
        return model.at(START.plus(Duration.ofMinutes(minutes)));
    }

    private static double swing(double[] celsius) {
        return java.util.Arrays.stream(celsius).max().orElseThrow()
                - java.util.Arrays.stream(celsius).min().orElseThrow();
    }
}

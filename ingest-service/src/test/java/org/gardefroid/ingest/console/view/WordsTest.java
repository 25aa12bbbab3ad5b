package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class WordsTest {

    private static final Instant NOW = Instant.parse("2026-03-29T06:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Words french = new Words(Language.FRENCH, PARIS, NOW);
    private final Words english = new Words(Language.ENGLISH, PARIS, NOW);

    @Test
    void aTemperatureHasOneDecimalAndAMinusThatIsRead() {
        assertThat(french.degrees(4_649)).isEqualTo("4,6");
        assertThat(english.degrees(4_649)).isEqualTo("4.6");
        assertThat(french.degrees(-540)).isEqualTo("\u22120,5");
    }

    @Test
    void aTemperatureJustOutOfRangeIsNeverShownAsTheRangesEnd() {
        assertThat(french.degrees(8_001, 2_000, 8_000)).isEqualTo("8,1");
        assertThat(french.degrees(8_000, 2_000, 8_000)).isEqualTo("8,0");
        assertThat(french.degrees(1_999, 2_000, 8_000)).isEqualTo("1,9");
    }

    @Test
    void aMomentIsToldInTheZonesOwnTimeOnBothSidesOfTheHourThatIsSkipped() {
        assertThat(french.moment(Instant.parse("2026-03-29T00:59:00Z"))).isEqualTo("01:59");
        assertThat(french.moment(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("03:00");
    }

    @Test
    void aMomentOfAnotherDayHasItsDay() {
        assertThat(french.moment(Instant.parse("2026-03-27T10:15:00Z"))).isEqualTo("ven. 27 mars 11:15");
        assertThat(english.moment(Instant.parse("2026-03-27T10:15:00Z"))).isEqualTo("Fri 27 Mar 11:15");
    }

    @Test
    void aSpanHasTheUnitsThatMatter() {
        assertThat(french.span(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(french.span(Duration.ofMinutes(72))).isEqualTo("1 h 12");
        assertThat(french.span(Duration.ofHours(52))).isEqualTo("2 j 4 h");
        assertThat(english.span(Duration.ofHours(52))).isEqualTo("2 d 4 h");
    }
}

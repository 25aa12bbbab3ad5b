package org.gardefroid.ingest.receive;

import org.gardefroid.telemetry.NumberSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class MultirangeTest {

    @Test
    void aSetIsWrittenAsPostgresWritesIt() {
        assertThat(Multirange.text(NumberSet.of(1, 2, 3, 7))).isEqualTo("{[1,4),[7,8)}");
        assertThat(Multirange.text(NumberSet.EMPTY)).isEqualTo("{}");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        NumberSet numbers = NumberSet.range(1, 5).union(NumberSet.of(9, 11, 4_000_000_000L));
        assertThat(Multirange.parse(Multirange.text(numbers))).isEqualTo(numbers);
        assertThat(Multirange.parse("{}")).isEqualTo(NumberSet.EMPTY);
    }
}

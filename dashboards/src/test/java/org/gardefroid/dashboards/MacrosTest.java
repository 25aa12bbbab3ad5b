package org.gardefroid.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MacrosTest {

    private final Macros macros = new Macros(Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-02T00:00:00Z"),
            Duration.ofMinutes(1), Map.of("equipment", "frigo de l'aile"));

    @Test
    void aColumnIsHeldBetweenTheEndsOfTheRange() {
        assertThat(macros.expand("$__timeFilter(r.measured_at)"))
                .isEqualTo("r.measured_at BETWEEN '2026-03-01T00:00:00Z' AND '2026-03-02T00:00:00Z'");
    }

    @Test
    void timeIsCutIntoIntervalsWithoutTheExtension() {
        assertThat(macros.expand("$__timeGroupAlias(at, $__interval)"))
                .isEqualTo("floor(extract(epoch from at)/60)*60 AS \"time\"");
    }

    @Test
    void aNameWithAnApostropheStaysOneString() {
        assertThat(macros.expand("name = ${equipment:sqlstring}")).isEqualTo("name = 'frigo de l''aile'");
    }

    @Test
    void aMacroThatGrafanaDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> macros.expand("$__timeFiltre(at)")).hasMessageContaining("no macro $__timeFiltre");
    }

    @Test
    void aVariableThatCouldEndTheStringIsRefused() {
        assertThatThrownBy(() -> macros.expand("name = '${equipment}'")).hasMessageContaining("sqlstring");
    }

    @Test
    void whatStaysUnexpandedIsRefused() {
        assertThatThrownBy(() -> macros.expand("name = $equipment")).hasMessageContaining("not expanded");
    }
}

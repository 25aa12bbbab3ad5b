package org.gardefroid.system.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolSimulationTest {

    private static final int SCHEDULES = 10_000;
    private static final int SCHEDULES_THAT_FIND_A_PLANTED_FAULT = 500;

    @Test
    @DisabledIfSystemProperty(named = "gardefroid.seed", matches = ".+")
    void everyCommittedRecordIsStoredOnceWithItsDateWhateverFails() {
        assertThat(LongStream.rangeClosed(1, SCHEDULES).parallel().boxed()
                .flatMap(seed -> violation(seed, Plant.NONE).stream()).findAny()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    @DisabledIfSystemProperty(named = "gardefroid.seed", matches = ".+")
    void findsWhatIsPlanted(Plant plant) {
        assertThat(LongStream.rangeClosed(1, SCHEDULES_THAT_FIND_A_PLANTED_FAULT).boxed()
                .flatMap(seed -> violation(seed, plant).stream()).findFirst()).isPresent();
    }

    @Test
    void givesTheSameRunForTheSameSeed() {
        assertThat(World.replay(7, Plant.NONE)).isEqualTo(World.replay(7, Plant.NONE));
    }

    /** {@code -Dgardefroid.seed=…} runs that schedule, and prints it; with {@code -Dgardefroid.plant=…}, with the fault. */
    @Test
    @EnabledIfSystemProperty(named = "gardefroid.seed", matches = ".+")
    void replaysOneSchedule() {
        Plant plant = Plant.valueOf(System.getProperty("gardefroid.plant", Plant.NONE.name()));
        List<String> trace = World.replay(Long.getLong("gardefroid.seed"), plant);
        trace.forEach(System.out::println);
        assertThat(trace.getLast()).endsWith("all is accounted for");
    }

    private static Optional<String> violation(long seed, Plant plant) {
        try {
            World.run(seed, plant);
            return Optional.empty();
        } catch (RuntimeException e) { // ours or not: either way this schedule has found something
            return Optional.of(e + "; see it with -Dgardefroid.seed=" + seed + " -Dgardefroid.plant=" + plant);
        }
    }
}

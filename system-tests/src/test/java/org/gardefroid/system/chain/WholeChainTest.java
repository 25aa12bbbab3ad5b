package org.gardefroid.system.chain;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.cli.demo.Demo;
import org.gardefroid.cli.demo.DemoOptions;
import org.gardefroid.cli.demo.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WholeChainTest {

    /** The simulated day takes two minutes, and the start and four restarts take theirs. */
    private static final Duration WHOLE_DAY = Duration.ofSeconds(165);

    @Test
    void eachProgramKilledInMidStreamLosesNothingDoublesNothingAndGivesOneAlarmForEachExcursion(@TempDir Path folder)
            throws SQLException, InterruptedException {
        Kills kills = new Kills();
        InstantSource clock = InstantSource.system();
        Instant began = clock.instant();
        int code = new Demo(new DemoOptions(Optional.of(WHOLE_DAY), 7, 0, false), folder, clock, began, false, kills)
                .run(new Stop());
        assertThat(kills.areAllDone()).as("each was killed").isTrue();
        assertThat(code).as("the account, in the test's output").isZero();
    }
}

package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.edge.box.Card;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.telemetry.BootId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LostMemoryTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Moment UNDATED = new Moment(new BootId("b"), 0, Optional.empty());
    private static final Moment DATED = new Moment(new BootId("b"), 1_000, Optional.of(NINE));

    @TempDir
    private Path folder;

    @Test
    void isSaidOverRestartsUntilItIsSeenAndDatedAsSoonAsTheTimeIsKnown() {
        LostMemory first = memory(true);
        assertThat(first.at(UNDATED)).contains(new Card.Lost(Optional.empty(), "1-3"));

        LostMemory second = memory(false);
        assertThat(second.at(DATED)).contains(new Card.Lost(Optional.of(NINE), "1-3"));

        LostMemory third = memory(false);
        assertThat(third.at(UNDATED)).contains(new Card.Lost(Optional.of(NINE), "1-3"));
        third.seen();
        assertThat(third.at(DATED)).isEmpty();
        assertThat(memory(false).at(DATED)).isEmpty();
    }

    @Test
    void whatTheCardDoesNotTakeIsSaidAllTheSameAndKeptAsSoonAsItDoes() throws IOException {
        Path file = folder.resolve("later/memory-lost");
        LostMemory memory = new LostMemory(file, true, "?");
        assertThat(memory.at(DATED)).isPresent();

        Files.createDirectory(folder.resolve("later"));
        assertThat(memory.at(DATED)).isPresent();
        assertThat(file).hasContent("2026-03-02T09:00:00Z");
    }

    private LostMemory memory(boolean lostNow) {
        return new LostMemory(folder.resolve("memory-lost"), lostNow, "1-3");
    }
}

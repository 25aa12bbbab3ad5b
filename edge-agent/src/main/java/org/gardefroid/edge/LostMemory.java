package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.edge.box.Card;
import org.gardefroid.edge.clock.Moment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the box does not know any more what was opened before: kept in a file of its own until a person has seen it, for
 * the new journal itself says nothing of what the former one held. Safe for many threads.
 */
final class LostMemory {

    private static final Logger LOG = LoggerFactory.getLogger(LostMemory.class);

    private final Path file;
    private Optional<Card.Lost> lost = Optional.empty();
    private boolean isKept = true;

    /**
     * @param lostNow this start has found it; else it is so as long as the file of a former start is there
     * @param numbers of the vials of which nothing but their number is known
     */
    LostMemory(Path file, boolean lostNow, String numbers) {
        this.file = file;
        if (lostNow) {
            lost = Optional.of(new Card.Lost(Optional.empty(), numbers));
            keep();
        } else if (Files.exists(file)) {
            lost = Optional.of(new Card.Lost(before(), numbers));
        }
    }

    /** A date that cannot be read is found anew: a later one only sets more apart. */
    private Optional<Instant> before() {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (IOException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Dates it as soon as the time is known, and tries to keep it as long as the card does not take it. */
    synchronized Optional<Card.Lost> at(Moment now) {
        if (lost.isPresent() && lost.get().before().isEmpty() && now.wall().isPresent()) {
            lost = Optional.of(new Card.Lost(now.wall(), lost.get().numbers()));
            keep();
        } else if (lost.isPresent() && !isKept) {
            keep();
        }
        return lost;
    }

    private void keep() {
        try {
            Files.writeString(file, lost.flatMap(Card.Lost::before).map(Instant::toString).orElse("?") + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            isKept = true;
        } catch (IOException e) {
            if (isKept) {
                LOG.error("lost memory not kept file={} reason=\"{}\"", file, e.getMessage());
            }
            isKept = false;
        }
    }

    /** A person has seen it. */
    synchronized void seen() {
        try {
            Files.deleteIfExists(file);
            lost.ifPresent(known -> LOG.warn("lost memory seen before={} numbers=\"{}\"", known.before(),
                    known.numbers()));
            lost = Optional.empty();
        } catch (IOException e) { // then it goes on being said
            LOG.error("lost memory not settled file={} reason=\"{}\"", file, e.getMessage());
        }
    }
}

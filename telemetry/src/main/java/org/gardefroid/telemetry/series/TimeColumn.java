package org.gardefroid.telemetry.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes instants of the times of one file, row after row.
 *
 * <p>In autumn, local clocks show an hour twice. A logger's file goes on through it: where its times step back within that
 * hour, the second showing has begun.
 */
final class TimeColumn {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[ ]['T']HH:mm")
            .optionalStart().appendPattern(":ss").optionalEnd()
            .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
            .appendPattern("[ ][XXX][XX][X]").toFormatter();

    private final Optional<ZoneId> zone;
    private @Nullable LocalDateTime before;
    private boolean isSecondShowing;

    TimeColumn(Optional<ZoneId> zone) {
        this.zone = zone;
    }

    /** Whether these step back more often than forward, by what is written there. */
    static boolean isNewestFirst(List<String> times) {
        int forward = 0;
        Optional<LocalDateTime> last = Optional.empty();
        for (String text : times) {
            Optional<LocalDateTime> next = local(text);
            if (next.isPresent() && last.isPresent()) {
                forward += Integer.signum(next.get().compareTo(last.get()));
            }
            last = next.isPresent() ? next : last;
        }
        return forward < 0;
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.from(TIME.parse(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * The time in {@code text}, in whole milliseconds; nothing where there is none.
     *
     * @throws SeriesProblem if it is a time of a zone that nobody has named
     */
    Optional<Instant> instant(String text, int line) throws SeriesProblem {
        TemporalAccessor parsed;
        try {
            parsed = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        if (parsed instanceof OffsetDateTime dated) {
            return Optional.of(dated.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
        ZoneId named = zone.orElseThrow(() -> new SeriesProblem(SeriesProblem.Kind.NO_ZONE, line, text));
        return Optional.of(instant(LocalDateTime.from(parsed), named).truncatedTo(ChronoUnit.MILLIS));
    }

    private Instant instant(LocalDateTime local, ZoneId named) {
        List<ZoneOffset> offsets = named.getRules().getValidOffsets(local);
        boolean isShownTwice = offsets.size() > 1;
        boolean isBack = before != null && local.isBefore(before)
                && named.getRules().getValidOffsets(before).size() > 1;
        isSecondShowing = isShownTwice && (isSecondShowing || isBack);
        before = local;
        return isSecondShowing ? local.toInstant(offsets.getLast()) : local.atZone(named).toInstant();
    }
}

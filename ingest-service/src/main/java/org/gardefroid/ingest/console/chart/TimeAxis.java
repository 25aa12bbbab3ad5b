package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.console.chart.Chart.Label;

/**
 * Labels at whole hours of the reader's clock. On the nights when that clock is turned an hour is missing or comes twice;
 * the labels lie where the hours were, and the distance between them tells.
 */
final class TimeAxis {

    private static final int[] HOURS = {1, 2, 3, 6, 12, 24};
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** Closer to the plot's end than this, a label would be cut. */
    private static final double MARGIN = 14;

    private TimeAxis() {}

    static List<Label> times(Story story, Scale scale) {
        long hours = Duration.between(story.from(), story.to()).toHours();
        int every = HOURS[HOURS.length - 1];
        for (int candidate : HOURS) {
            if (hours / candidate <= scale.mostTimes()) {
                every = candidate;
                break;
            }
        }
        if (every == 24) {
            return List.of();
        }
        List<Label> labels = new ArrayList<>();
        ZonedDateTime at = story.from().atZone(story.zone()).truncatedTo(ChronoUnit.HOURS);
        for (; !at.toInstant().isAfter(story.to()); at = at.plusHours(1)) {
            if (at.getHour() % every == 0 && isInside(at, story, scale)) {
                labels.add(new Label(scale.x(at.toInstant()), HOUR.format(at)));
            }
        }
        return List.copyOf(labels);
    }

    /** Midnights, with the day that begins. */
    static List<Label> days(Story story, Scale scale) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEE d MMM", story.locale());
        List<Label> labels = new ArrayList<>();
        LocalDate date = story.from().atZone(story.zone()).toLocalDate();
        LocalDate last = story.to().atZone(story.zone()).toLocalDate();
        long every = Math.max(1, Math.ceilDiv(ChronoUnit.DAYS.between(date, last), scale.mostTimes()));
        for (; !date.isAfter(last); date = date.plusDays(every)) {
            ZonedDateTime midnight = date.atStartOfDay(story.zone());
            if (isInside(midnight, story, scale)) {
                labels.add(new Label(scale.x(midnight.toInstant()), day.format(date)));
            }
        }
        return List.copyOf(labels);
    }

    private static boolean isInside(ZonedDateTime at, Story story, Scale scale) {
        double x = scale.x(at.toInstant());
        return !at.toInstant().isBefore(story.from()) && x >= scale.plot().x() + MARGIN
                && x <= scale.plot().right() - MARGIN;
    }
}

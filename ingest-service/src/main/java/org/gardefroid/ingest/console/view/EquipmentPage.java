package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.console.chart.Chart;
import org.gardefroid.ingest.console.chart.Story;
import org.gardefroid.ingest.console.chart.Stretch;
import org.gardefroid.ingest.console.chart.Trace;

/** One equipment over the last days. */
public record EquipmentPage(
        EquipmentNow equipment,
        int days,
        Story story,
        List<ExcursionLine> excursions,
        List<Opening> openings,
        List<AlarmLine> alarms) {

    /** A door that was opened; {@code closed} is false while it still stands open. */
    public record Opening(String door, Stretch stretch, boolean closed) {}

    public static final List<Integer> DAYS = List.of(1, 7, 30);

    public Chart wide() {
        return Chart.wide(story);
    }

    public Chart narrow() {
        return Chart.narrow(story);
    }

    public List<Stretch> unobserved() {
        return story.unobserved();
    }

    /** What is shorter is not told: between two records there is always some time. */
    public Duration longestGap() {
        return story.product().stream().findFirst().map(Trace::longestGap).orElse(Duration.ZERO);
    }

    public Duration unobservedTime() {
        return unobserved().stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    public Duration openTime() {
        return openings.stream().map(opening -> opening.stretch().length()).reduce(Duration.ZERO, Duration::plus);
    }

    public Instant now() {
        return equipment.now();
    }
}

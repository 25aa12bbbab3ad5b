package org.gardefroid.ingest.console.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A drawing of so many units by so many, ready for a template: only figures and short labels in it. */
public record Chart(
        String id,
        int width,
        int height,
        Box plot,
        Box range,
        List<Label> degrees,
        List<Label> times,
        List<Label> days,
        List<Box> unobserved,
        List<Box> excursions,
        List<Box> possible,
        List<Box> doors,
        List<Double> faults,
        List<String> product,
        List<String> air) {

    public record Box(double x, double y, double width, double height) {

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    /** @param at along its axis */
    public record Label(double at, String text) {}

    /** For a desk: wide, with a label every few hours. */
    public static Chart wide(Story story) {
        return draw(story, new Scale(story, "wide", 1_200, 380, 12));
    }

    /** For a phone: the same in less width, so that its labels stay legible. */
    public static Chart narrow(Story story) {
        return draw(story, new Scale(story, "narrow", 380, 300, 5));
    }

    private static Chart draw(Story story, Scale scale) {
        return new Chart(scale.id(), scale.width(), scale.height(), scale.plot(),
                scale.between(story.lowest(), story.highest()), scale.degrees(), TimeAxis.times(story, scale),
                TimeAxis.days(story, scale), boxes(story.unobserved().stream(), scale),
                boxes(story.excursions().stream().filter(one -> !one.possible()).map(Story.Excursion::stretch), scale),
                boxes(story.excursions().stream().filter(Story.Excursion::possible).map(Story.Excursion::stretch),
                        scale),
                boxes(story.doors().stream(), scale), faults(story, scale), paths(story.product(), scale),
                paths(story.air(), scale));
    }

    private static List<Box> boxes(Stream<Stretch> stretches, Scale scale) {
        return stretches.map(scale::during).flatMap(Optional::stream).toList();
    }

    /** Faults closer together than a mark is wide are one mark. */
    private static List<Double> faults(Story story, Scale scale) {
        List<Double> marks = new ArrayList<>();
        for (Instant fault : story.faults()) {
            double x = scale.x(fault);
            if (marks.isEmpty() || x - marks.getLast() >= 8) {
                marks.add(x);
            }
        }
        return List.copyOf(marks);
    }

    private static List<String> paths(List<Trace> traces, Scale scale) {
        return traces.stream().flatMap(trace -> trace.lines().stream()).map(scale::path).toList();
    }
}

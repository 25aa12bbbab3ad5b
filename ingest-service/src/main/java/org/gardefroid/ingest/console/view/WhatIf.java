package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.ingest.console.chart.Chart;
import org.gardefroid.ingest.console.chart.Story;

/**
 * What other rules would have found in an equipment's past.
 *
 * @param asked as the form has it
 * @param found nothing where nothing was asked yet, or could not be answered
 */
public record WhatIf(EquipmentNow equipment, Asked asked, Optional<Found> found) {

    /** Longer would take longer to read than anybody waits. */
    public static final int MOST_DAYS = 92;

    /**
     * @param preset empty where the rules are one's own
     * @param rules one a line
     */
    public record Asked(String preset, String rules, LocalDate from, LocalDate to) {

        public List<String> lines() {
            return rules.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }

        public boolean isEmpty() {
            return preset.isEmpty() && lines().isEmpty();
        }
    }

    /** Of one product probe, for each has its own readings. */
    public record OfProbe(String probe, Evaluation evaluation) {}

    public record Found(List<OfProbe> probes, Story story) {

        public Chart wide() {
            return Chart.wide(story);
        }

        public Chart narrow() {
            return Chart.narrow(story);
        }

        public int excursions() {
            return probes.stream().mapToInt(each -> each.evaluation().excursions().size()).sum();
        }

        public Duration unobserved() {
            return probes.stream().map(each -> each.evaluation().summary().unobserved())
                    .max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    public static List<String> presets() {
        return Preset.ALL.stream().map(Preset::name).toList();
    }
}

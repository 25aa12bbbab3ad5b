package org.gardefroid.ingest.registry;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.telemetry.EquipmentId;

/**
 * An equipment's settings as they stand in the database.
 *
 * @param settings with no probes
 * @param arrivals what the service itself watches by
 * @param unreadable why what was edited cannot be read; the preset's rules are in force then
 */
public record StoredSettings(EquipmentSettings settings, ArrivalNumbers arrivals, Optional<String> unreadable) {

    private static final String NOTHING_EDITED = "{}";

    /**
     * Reads them. Not watched at all would be worse than watched by what it began with.
     *
     * @param zone whose days are counted, where a preset counts some
     * @param document what was edited
     * @param holdover for how long the equipment stays cold without power, where that was not edited
     */
    public static StoredSettings read(EquipmentId equipment, String preset, ZoneId zone, String document,
            Duration holdover) {
        EquipmentSettings usual = preset(preset).in(zone).settings(equipment, List.of());
        ArrivalNumbers usualArrivals = ArrivalNumbers.of(preset(preset), holdover);
        if (document.equals(NOTHING_EDITED)) {
            return new StoredSettings(usual, usualArrivals, Optional.empty());
        }
        try {
            return new StoredSettings(EquipmentSettingsCodec.decode(document),
                    EquipmentSettingsCodec.decodeArrivals(document, usualArrivals), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new StoredSettings(usual, usualArrivals, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** For whoever asks for the rules alone. */
    public static EquipmentSettings rules(EquipmentId equipment, String preset, ZoneId zone, String document) {
        return read(equipment, preset, zone, document, SilenceRule.UNKNOWN_HOLDOVER).settings();
    }

    /** @param seconds 0 where nobody has entered it */
    public static Duration holdover(int seconds) {
        return seconds == 0 ? SilenceRule.UNKNOWN_HOLDOVER : Duration.ofSeconds(seconds);
    }

    /** Between missions nothing is added up for one. */
    public static List<Rule> betweenMissions(List<Rule> rules) {
        return rules.stream().filter(
                rule -> !(rule instanceof CumulativeRule sum && sum.span() instanceof CumulativeSpan.Mission)).toList();
    }

    /** Whatever stands in the database, an equipment is not watched for nothing. */
    public static Preset preset(String name) {
        return Preset.named(name).orElse(Preset.FRIDGE_2_8);
    }
}

package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.EquipmentId;

/**
 * Which settings an equipment had, from when on: what is judged once more is judged by what was in force then.
 *
 * <p>A change that takes effect before what is already judged has its effect only through {@link Rewind#rejudge}.
 */
public final class SettingsHistory {

    /** One version of the settings, in force from {@code from} on. */
    record Version(Instant from, EquipmentFold fold) {}

    private final EquipmentId equipment;
    private final List<Version> versions;

    private SettingsHistory(EquipmentId equipment, List<Version> versions) {
        this.equipment = equipment;
        this.versions = versions;
    }

    public static SettingsHistory of(EquipmentSettings settings) {
        return new SettingsHistory(settings.equipment(),
                List.of(new Version(EquipmentState.BEGINNING, new EquipmentFold(settings))));
    }

    /** This history, and these settings from {@code from} on, which must be later than all before. */
    public SettingsHistory then(Instant from, EquipmentSettings settings) {
        if (!settings.equipment().equals(equipment)) {
            throw new IllegalArgumentException("settings of " + settings.equipment() + " are not " + equipment + "'s");
        }
        if (!from.isAfter(versions.getLast().from())) {
            throw new IllegalArgumentException(equipment + ": settings from " + from + " are not later than those from "
                    + versions.getLast().from());
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(new Version(from, new EquipmentFold(settings)));
        return new SettingsHistory(equipment, List.copyOf(more));
    }

    public EquipmentId equipment() {
        return equipment;
    }

    int indexAt(Instant at) {
        int index = versions.size() - 1;
        while (index > 0 && versions.get(index).from().isAfter(at)) {
            index--;
        }
        return index;
    }

    EquipmentFold fold(int index) {
        return versions.get(index).fold();
    }

    /** When the version at {@code index} takes effect; never, if there is none. */
    Instant from(int index) {
        return index < versions.size() ? versions.get(index).from() : Instant.MAX;
    }
}

package org.gardefroid.ingest.registry;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Preset;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.EquipmentId;
import org.jspecify.annotations.Nullable;

/** The rules of each equipment, revision by revision: none is ever changed, and an alarm is judged by those of its time. */
@Singleton
public final class SettingsBook {

    private static final String REVISIONS = """
            SELECT s.revision, s.since, s.preset, s.entered_by, s.reason, z.time_zone, e.name,
                coalesce(e.holdover_seconds, 0) AS holdover,
                (s.settings ->> 'lowestMilliCelsius')::integer AS lowest,
                (s.settings ->> 'highestMilliCelsius')::integer AS highest,
                (s.settings - '{lowestMilliCelsius,highestMilliCelsius}'::text[])::text AS settings
            FROM equipment_setting s JOIN equipment e ON e.id = s.equipment JOIN site z ON z.id = e.site
            WHERE s.equipment = ? ORDER BY s.revision DESC""";

    private static final String ADD = """
            INSERT INTO equipment_setting (equipment, revision, since, preset, settings, entered_by, reason)
            SELECT ?, ? + 1, ?, ?, ?::jsonb || jsonb_strip_nulls(jsonb_build_object('lowestMilliCelsius', ?::integer,
                'highestMilliCelsius', ?::integer)), ?, ?
            WHERE ? = (SELECT coalesce(max(revision), 0) FROM equipment_setting WHERE equipment = ?)
            ON CONFLICT DO NOTHING""";

    /**
     * One revision.
     *
     * @param lowest the range that is shown and told to the box, in thousandths of a degree, as {@code highest}
     * @param by empty for the fleet file
     * @param readable whether what stands there could be read; if not, the preset's rules are in force
     */
    public record Revision(int number, Instant since, Preset preset, EquipmentSettings settings,
            ArrivalNumbers arrivals, OptionalInt lowest, OptionalInt highest, Optional<String> by,
            Optional<String> reason, boolean readable) {}

    /** What a person enters; as in a {@link Revision}. */
    public record Entry(Preset preset, EquipmentSettings settings, ArrivalNumbers arrivals, OptionalInt lowest,
            OptionalInt highest, String reason) {}

    /** The latest first; empty for an equipment of which nothing was ever set. */
    public List<Revision> of(Sql sql, int equipment) {
        return sql.list(REVISIONS, SettingsBook::revision, equipment);
    }

    private static Revision revision(Row row) throws SQLException {
        EquipmentId name = new EquipmentId(row.text("name"));
        ZoneId zone = ZoneId.of(row.text("time_zone"));
        StoredSettings stored = StoredSettings.read(name, row.text("preset"), zone, row.text("settings"),
                StoredSettings.holdover(row.number("holdover")));
        return new Revision(row.number("revision"), row.instant("since"),
                StoredSettings.preset(row.text("preset")).in(zone), stored.settings(), stored.arrivals(),
                row.numberIfAny("lowest"),
                row.numberIfAny("highest"), row.textIfAny("entered_by"), row.textIfAny("reason"),
                stored.unreadable().isEmpty());
    }

    /** What the service watches an equipment by with this preset, while nobody has edited it. */
    public ArrivalNumbers usual(Sql sql, int equipment, Preset preset) {
        return ArrivalNumbers.of(preset, StoredSettings.holdover(sql.list(
                "SELECT coalesce(holdover_seconds, 0) AS holdover FROM equipment WHERE id = ?",
                row -> row.number("holdover"), equipment).getFirst()));
    }

    /**
     * What is in force from {@code now} on.
     *
     * @param seen the revision that the person looked at
     * @return whether it was entered: not if somebody has entered another meanwhile
     */
    public boolean enter(Sql sql, Person by, int equipment, int seen, Entry entry, Instant now) {
        String document = EquipmentSettingsCodec.encode(entry.settings(), entry.arrivals(),
                usual(sql, equipment, entry.preset()));
        boolean entered = sql.change(ADD, equipment, seen, now, entry.preset().name(), document, boxed(entry.lowest()),
                boxed(entry.highest()), by.displayName(), entry.reason(), seen, equipment) == 1;
        if (entered) {
            Audit.add(sql, now, by.name(), "settings-entered",
                    "equipment " + entry.settings().equipment() + " revision " + (seen + 1));
        }
        return entered;
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}

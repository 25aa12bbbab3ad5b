package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.console.view.AlarmPage;
import org.gardefroid.ingest.store.Sql;

/** Puts together what is known of one alarm. */
@Singleton
public final class AlarmPages {

    private static final String FALLBACK = "SELECT fallback_fr, fallback_en FROM equipment WHERE id = ?";

    private final AlarmReader alarms;
    private final EquipmentReader equipments;

    AlarmPages(AlarmReader alarms, EquipmentReader equipments) {
        this.alarms = alarms;
        this.equipments = equipments;
    }

    public Optional<AlarmPage> of(Sql sql, long id, Instant now, boolean mayAnswer) {
        return alarms.withId(sql, id).map(alarm -> new AlarmPage(alarm, equipments.withId(sql, now, alarm.equipment()),
                alarms.facts(sql, id), alarms.history(sql, id), alarms.told(sql, id), mayAnswer,
                sql.first(FALLBACK, row -> row.text("fallback_fr"), alarm.equipment()).orElse(""),
                sql.first(FALLBACK, row -> row.text("fallback_en"), alarm.equipment()).orElse(""),
                sql.first("SELECT max(until) AS until FROM alarm_snooze WHERE alarm = ?",
                        row -> row.instantIfAny("until"), id).flatMap(until -> until)));
    }
}

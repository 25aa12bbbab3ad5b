package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.console.view.AlarmPage;

/** Puts together what is known of one alarm. */
@Singleton
public final class AlarmPages {

    private final AlarmReader alarms;
    private final EquipmentReader equipments;

    AlarmPages(AlarmReader alarms, EquipmentReader equipments) {
        this.alarms = alarms;
        this.equipments = equipments;
    }

    public Optional<AlarmPage> of(Sql sql, long id, Instant now, boolean mayAnswer) {
        return alarms.withId(sql, id).map(alarm -> new AlarmPage(alarm, equipments.withId(sql, now, alarm.equipment()),
                alarms.facts(sql, id), alarms.history(sql, id), alarms.told(sql, id), mayAnswer));
    }
}

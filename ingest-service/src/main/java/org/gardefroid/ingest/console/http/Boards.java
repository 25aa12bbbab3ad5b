package org.gardefroid.ingest.console.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.store.AlarmReader;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.EquipmentReader;
import org.gardefroid.ingest.console.view.Board;

/** The board as of a moment ago: however many look at it, the database is asked once a second. */
@Singleton
final class Boards {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ConsoleDatabase database;
    private final EquipmentReader equipments;
    private final AlarmReader alarms;
    private final InstantSource clock;
    private Board last;

    Boards(ConsoleDatabase database, EquipmentReader equipments, AlarmReader alarms, InstantSource clock) {
        this.database = database;
        this.equipments = equipments;
        this.alarms = alarms;
        this.clock = clock;
        this.last = new Board(List.of(), List.of(), Instant.MIN);
    }

    Board of(Person person) {
        Board all = now();
        return person.role().seesEverySite() ? all : all.ofSite(person.site());
    }

    private synchronized Board now() {
        Instant now = clock.instant();
        if (last.now().isBefore(now.minus(FRESH))) {
            last = database.read(sql -> Board.of(equipments.all(sql, now), alarms.withoutEquipment(sql), now));
        }
        return last;
    }
}

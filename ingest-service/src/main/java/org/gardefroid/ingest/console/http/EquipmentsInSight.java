package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.EquipmentReader;
import org.gardefroid.ingest.console.view.EquipmentNow;

/** Equipments by their names. That of another site is not there for whoever sees their own site alone, as on every page. */
@Singleton
final class EquipmentsInSight {

    private final ConsoleDatabase database;
    private final EquipmentReader equipments;

    EquipmentsInSight(ConsoleDatabase database, EquipmentReader equipments) {
        this.database = database;
        this.equipments = equipments;
    }

    EquipmentNow named(Visit visit, String name) {
        return named(visit, name, visit.words().now());
    }

    /** As it is at {@code now}, for a page that lives on after its visit began. */
    EquipmentNow named(Visit visit, String name, Instant now) {
        return database.read(sql -> equipments.named(sql, now, name))
                .filter(known -> visit.maySee(known.site()))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "equipment " + name));
    }
}

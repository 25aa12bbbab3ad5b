package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.util.List;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.view.LotPage;

/** Where a person may put a lot. */
@Singleton
final class LotPlaces {

    private final ConsoleDatabase database;

    LotPlaces(ConsoleDatabase database) {
        this.database = database;
    }

    List<LotPage.Place> of(Visit visit) {
        return database.read(sql -> sql.list("SELECT name, label_fr, label_en, site FROM equipment ORDER BY name",
                row -> new LotPage.Place(row.text("name"), row.text("label_fr"), row.text("label_en"),
                        row.number("site"))))
                .stream().filter(place -> visit.maySee(place.site())).toList();
    }

    /** Another site's equipment is not there for this person, as on every page. */
    void check(Visit visit, String equipment) {
        checkRole(visit);
        if (of(visit).stream().noneMatch(place -> place.name().equals(equipment))) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "equipment " + equipment);
        }
    }

    static void checkRole(Visit visit) {
        if (!visit.person().role().mayHandleLots()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
    }
}

package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.lots.VialBook;

/** Puts a vial or a syringe elsewhere, for a person who may see where it is and where it goes. */
@Singleton
final class VialMove {

    private final ConsoleDatabase database;
    private final VialBook book;
    private final LotPlaces places;

    VialMove(ConsoleDatabase database, VialBook book, LotPlaces places) {
        this.database = database;
        this.book = book;
        this.places = places;
    }

    /** Of another site's vial nothing is said but that there is none. */
    void move(Visit visit, LotForm form, String vial) {
        places.check(visit, form.to());
        places.check(visit, database.read(sql -> book.where(sql, vial))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "vial " + vial)));
        database.change(sql -> book.move(sql, visit.person(), vial, form.to(), form.at(), visit.words().now()));
    }
}

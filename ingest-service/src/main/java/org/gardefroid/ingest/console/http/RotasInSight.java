package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.util.List;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.RotaReader;
import org.gardefroid.ingest.console.view.RotaPage;
import org.gardefroid.ingest.notify.rota.Rotas;

/** Rotas by their names, read by whoever sees their site, and replaced by whoever may set who is woken. */
@Singleton
final class RotasInSight {

    private final ConsoleDatabase database;

    RotasInSight(ConsoleDatabase database) {
        this.database = database;
    }

    List<RotaPage> all(Visit visit) {
        return database.read(sql -> RotaReader.all(sql, visit.words())).stream()
                .filter(rota -> visit.maySee(rota.site())).toList();
    }

    RotaPage named(Visit visit, String name) {
        return all(visit).stream().filter(rota -> rota.name().equals(name)).findFirst()
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "rota " + name));
    }

    String calendar(Visit visit, String name) {
        named(visit, name);
        return database.read(sql -> RotaReader.calendar(sql, name));
    }

    /**
     * All of it is entered, or nothing.
     *
     * @return how many duties there are
     * @throws org.gardefroid.ingest.notify.rota.RotaRefused what is wrong, with its line
     */
    int replace(Visit visit, String name, String calendar, boolean nobodyIsMeant) {
        String person = visit.person().name();
        if (!visit.person().role().maySetRules()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        named(visit, name);
        return database.write(sql -> {
            Audit.add(sql, visit.words().now(), person, "rota-entered",
                    "rota " + name + (nobodyIsMeant ? ", nobody is meant" : ""));
            return sql.with(connection -> new Rotas(connection).enter(name, calendar, person, nobodyIsMeant,
                    visit.words().now()));
        });
    }
}

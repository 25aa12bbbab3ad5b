package org.gardefroid.ingest.lots;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * What people do with lots, in the transaction of whoever calls. It may be entered after it was done, but not before, and
 * not before what it follows.
 */
@Singleton
public final class LotBook {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int MOST_DOSES = 1_000_000;

    private static final String ENTER = """
            INSERT INTO lot (site, product, gtin, number, expires_on, opening_exposure, thawed_at, entered_at, entered_by)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id""";

    private static final String PLACE = """
            INSERT INTO lot_placement (lot, equipment, doses, during, known, entered_by)
            VALUES (?, ?, ?, tstzrange(?::timestamptz, NULL), tstzrange(?::timestamptz, NULL), ?)""";

    private static final String END = """
            UPDATE lot_placement SET during = tstzrange(lower(during), ?::timestamptz), ended_for = ? WHERE id = ?""";

    private static final String THAW = "UPDATE lot_placement SET thawed_at = ? WHERE id = ?";

    private static final String FIRST = """
            SELECT min(lower(during)) AS since FROM lot_placement WHERE lot = ? AND upper_inf(known)""";

    private static final String HELD = """
            SELECT id, equipment, coalesce(doses, 0) AS doses, lower(during) AS since FROM lot_placement
            WHERE lot = ? AND equipment = ? AND upper_inf(during) AND upper_inf(known) FOR UPDATE""";

    /** Some of a lot where it is now. */
    private record Held(long id, int doses, Instant since) {}

    private record Place(int id, int site, String state) {}

    /** A lot arrives. Gives its id; a lot that is known already is only added to. */
    public int enter(Sql sql, Person by, LotEntry lot, String equipment, int doses, Instant at, Instant now) {
        Place into = place(sql, equipment);
        checkTime(at, now);
        lot.thawedAt().ifPresent(thawed -> checkTime(thawed, now));
        Optional<Integer> entered = sql.first(ENTER, row -> row.number("id"), into.site(), lot.product(),
                lot.gtin().map(Object::toString).orElse(null), lot.number(), lot.expiresOn(),
                lot.opening().map(OpeningExposure::json).orElse(null),
                lot.thawedAt().map(thawed -> thawed.atOffset(ZoneOffset.UTC)).orElse(null), now, by.name());
        if (entered.isEmpty()) {
            throw new LotRefused("lot.refused.known", lot.number());
        }
        add(sql, by, entered.get(), into, doses, at, now);
        Audit.add(sql, now, by.name(), "lot-entered", "lot " + entered.get());
        return entered.get();
    }

    public void move(Sql sql, Person by, int lot, LotMove move, Instant now) {
        if (move.from().equals(move.to())) {
            throw new LotRefused("lot.refused.same", move.to());
        }
        take(sql, by, lot, move.from(), move.doses(), "moved", move.at(), now);
        add(sql, by, lot, place(sql, move.to()), move.doses(), move.at(), now);
        Audit.add(sql, now, by.name(), "lot-moved", "lot " + lot);
        if (move.thaws()) {
            thaw(sql, by, lot, move.to(), move.at(), now);
        }
    }

    public void takeOut(Sql sql, Person by, int lot, String from, int doses, Departure why, Instant at, Instant now) {
        take(sql, by, lot, from, doses, why.code(), at, now);
        Audit.add(sql, now, by.name(), "lot-" + why.code(), "lot " + lot);
    }

    /** All of a lot that is in an equipment was taken from the freezer, and thaws since {@code at}. */
    public void thaw(Sql sql, Person by, int lot, String where, Instant at, Instant now) {
        checkTime(at, now);
        Held held = held(sql, lot, place(sql, where).id())
                .orElseThrow(() -> new LotRefused("lot.refused.not-there", where));
        Instant first = sql.first(FIRST, row -> row.instant("since"), lot).orElse(held.since());
        if (at.isBefore(first)) {
            throw new LotRefused("lot.refused.before", at, first);
        }
        sql.change(THAW, at, held.id());
        Audit.add(sql, now, by.name(), "lot-thawed", "lot " + lot);
    }

    private static void take(Sql sql, Person by, int lot, String from, int doses, String why, Instant at, Instant now) {
        checkTime(at, now);
        checkDoses(doses);
        Place place = place(sql, from);
        Held held = held(sql, lot, place.id()).orElseThrow(() -> new LotRefused("lot.refused.not-there", from));
        if (doses > held.doses()) {
            throw new LotRefused("lot.refused.doses-there", doses, held.doses(), from);
        }
        end(sql, held, why, at);
        if (doses < held.doses()) {
            sql.change(PLACE, lot, place.id(), held.doses() - doses, at, now, by.name());
        }
    }

    private static void add(Sql sql, Person by, int lot, Place into, int doses, Instant at, Instant now) {
        checkDoses(doses);
        if (!into.state().equals(Arming.IN_SERVICE)) {
            throw new LotRefused("lot.refused.not-in-service");
        }
        int already = 0;
        Optional<Held> held = held(sql, lot, into.id());
        if (held.isPresent()) {
            end(sql, held.get(), "moved", at);
            already = held.get().doses();
        }
        sql.change(PLACE, lot, into.id(), already + doses, at, now, by.name());
    }

    private static void end(Sql sql, Held held, String why, Instant at) {
        if (!at.isAfter(held.since())) {
            throw new LotRefused("lot.refused.before", at, held.since());
        }
        sql.change(END, at, why, held.id());
    }

    private static Optional<Held> held(Sql sql, int lot, int equipment) {
        return sql.first(HELD, row -> new Held(row.big("id"), row.number("doses"), row.instant("since")), lot,
                equipment);
    }

    private static Place place(Sql sql, String equipment) {
        List<Place> found = sql.list("SELECT id, site, state FROM equipment WHERE name = ? FOR SHARE",
                row -> new Place(row.number("id"), row.number("site"), row.text("state")), equipment);
        if (found.isEmpty()) {
            throw new LotRefused("lot.refused.equipment", equipment);
        }
        return found.getFirst();
    }

    static void checkTime(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new LotRefused("lot.refused.future", at);
        }
    }

    private static void checkDoses(int doses) {
        if (doses < 1 || doses > MOST_DOSES) {
            throw new LotRefused("lot.refused.doses", doses, MOST_DOSES);
        }
    }
}

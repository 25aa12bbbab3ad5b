package org.gardefroid.ingest.enrolment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.certificates.SigningRequest;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.account.Tokens;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.store.Sql;

/** What an operator does with devices: lets them in, by a code and by a look at the key, and keeps them out. */
@Singleton
public final class Enrolments {

    private static final int CODE_GROUPS = 3;

    private final ConsoleDatabase database;
    private final DeviceAuthority authority;
    private final Certificates certificates;
    private final EnrolmentSettings settings;
    private final InstantSource clock;

    Enrolments(ConsoleDatabase database, DeviceAuthority authority, Certificates certificates,
            EnrolmentSettings settings, InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.certificates = certificates;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param code to be told to whoever stands before the device; it is nowhere else */
    public record Code(String device, String code, Instant expiresAt) {}

    private record Asked(int device, String name, String request) {}

    /** Whether this installation signs certificates at all. */
    public boolean isPossible() {
        return authority.isThere();
    }

    public List<DeviceLine> devices() {
        return database.read(sql -> sql.list(DeviceLine.SELECT + " ORDER BY s.name, d.name", DeviceLine::read));
    }

    public List<PendingRequest> pending() {
        Instant now = clock.instant();
        return database.read(sql -> sql.list(PendingRequest.SELECT, PendingRequest::read, now,
                now.minus(settings.requestLasts())));
    }

    /** A code for one device; one that was made for it before and not used is void. */
    public Code code(String device, Person by) {
        if (!authority.isThere()) {
            throw new EnrolmentRefused("no-authority", device);
        }
        Instant now = clock.instant();
        Instant expires = now.plus(settings.codeLasts());
        String code = Tokens.legible(CODE_GROUPS);
        return database.write(sql -> {
            int id = sql.first("SELECT id FROM device WHERE name = ? AND kind = 'agent'", row -> row.number("id"),
                    device).orElseThrow(() -> new EnrolmentRefused("unknown", device));
            sql.change("UPDATE enrolment SET expires_at = ? WHERE device = ? AND requested_at IS NULL"
                    + " AND expires_at > ?", now, id, now);
            sql.change("INSERT INTO enrolment (device, made_at, made_by, code_hash, expires_at) VALUES (?, ?, ?, ?, ?)",
                    id, now, by.name(), CodeText.hash(code), expires);
            Audit.add(sql, now, by.name(), "enrolment-code-made", device);
            return new Code(device, code, expires);
        });
    }

    /**
     * Lets a device in, whose certificates of before then count no more: one device has one key. One that was revoked is one
     * of ours again.
     */
    public void approve(long enrolment, Person by) {
        Instant now = clock.instant();
        database.change(sql -> {
            Asked asked = decide(sql, enrolment, true, by, now);
            certificates.revokeAll(sql, asked.device(), now);
            sql.change("UPDATE device SET revoked_at = NULL WHERE id = ?", asked.device());
            certificates.enrol(sql, asked.device(), asked.name(), SigningRequest.read(asked.request()).key(), enrolment,
                    now);
            Audit.add(sql, now, by.name(), "enrolment-approved", asked.name());
        });
    }

    public void refuse(long enrolment, Person by) {
        Instant now = clock.instant();
        database.change(sql -> Audit.add(sql, now, by.name(), "enrolment-refused",
                decide(sql, enrolment, false, by, now).name()));
    }

    private Asked decide(Sql sql, long enrolment, boolean approved, Person by, Instant now) {
        return sql.first("""
                UPDATE enrolment e SET decided_at = ?, decided_by = ?, approved = ? FROM device d
                WHERE d.id = e.device AND e.id = ? AND e.decided_at IS NULL AND e.requested_at > ?
                RETURNING e.device, d.name, e.request""",
                row -> new Asked(row.number("device"), row.text("name"), row.text("request")), now, by.name(), approved,
                enrolment, now.minus(settings.requestLasts()))
                .orElseThrow(() -> new EnrolmentRefused("decided", String.valueOf(enrolment)));
    }

    /** From now on nothing that comes under its name is stored among the readings, and no broker lets it in. */
    public void revoke(String device, Person by) {
        Instant now = clock.instant();
        database.change(sql -> {
            int id = sql.first("UPDATE device SET revoked_at = coalesce(revoked_at, ?) WHERE name = ? RETURNING id",
                    row -> row.number("id"), now, device).orElseThrow(() -> new EnrolmentRefused("unknown", device));
            certificates.revokeAll(sql, id, now);
            sql.change("UPDATE enrolment SET expires_at = ? WHERE device = ? AND requested_at IS NULL"
                    + " AND expires_at > ?", now, id, now);
            Audit.add(sql, now, by.name(), "device-revoked", device);
        });
    }
}

package org.gardefroid.ingest.enrolment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.certificates.SigningRequest;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Tokens;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.telemetry.KeyFingerprint;

/** What a device does that is not in yet: asks once with its code, and comes for the answer with the ticket it was given. */
@Singleton
public final class Requests {

    private final ConsoleDatabase database;
    private final Grants grants;
    private final DeviceAuthority authority;
    private final EnrolmentSettings settings;
    private final InstantSource clock;

    Requests(ConsoleDatabase database, Grants grants, DeviceAuthority authority, EnrolmentSettings settings,
            InstantSource clock) {
        this.database = database;
        this.grants = grants;
        this.authority = authority;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param ticket by which the answer is fetched; only its hash is kept */
    public record Ticket(String ticket, String device, String fingerprint) {}

    /** What has become of a request. */
    public sealed interface Answer {

        record Waiting() implements Answer {}

        record Refused() implements Answer {}

        record Let(Granted granted) implements Answer {}
    }

    /** Whether anybody is let in here. */
    public boolean isPossible() {
        return authority.isThere();
    }

    /** Uses the code up; empty for one that is wrong, used or too old, without a difference. */
    public Optional<Ticket> ask(String code, String request) {
        KeyFingerprint fingerprint = KeyFingerprint.of(SigningRequest.read(request).key().getEncoded());
        Instant now = clock.instant();
        String ticket = Tokens.random();
        return database.write(sql -> {
            Optional<String> device = sql.first("""
                    UPDATE enrolment e SET requested_at = ?, request = ?, fingerprint = ?, ticket_hash = ? FROM device d
                    WHERE d.id = e.device AND e.code_hash = ? AND e.requested_at IS NULL AND e.expires_at > ?
                    RETURNING d.name""", row -> row.text("name"), now, request, fingerprint.shown(),
                    Tokens.hash(ticket),
                    CodeText.hash(code), now);
            device.ifPresentOrElse(
                    name -> Audit.add(sql, now, "device " + name, "enrolment-requested", "key " + fingerprint.shown()),
                    () -> Audit.add(sql, now, "stranger", "enrolment-code-refused", "key " + fingerprint.shown()));
            return device.map(name -> new Ticket(ticket, name, fingerprint.shown()));
        });
    }

    /** Empty for a ticket that is none, or is too old. */
    public Optional<Answer> answer(String ticket) {
        Instant now = clock.instant();
        return database.read(sql -> sql.first("""
                SELECT e.id, e.decided_at, coalesce(e.approved, false) AS approved FROM enrolment e
                WHERE e.ticket_hash = ? AND coalesce(e.decided_at, e.requested_at) > ?""",
                row -> row.instantIfAny("decided_at").isEmpty()
                        ? new Answer.Waiting()
                        : row.flag("approved")
                                ? grants.ofEnrolment(sql, row.big("id")).<Answer>map(Answer.Let::new)
                                        .orElseGet(Answer.Refused::new)
                                : new Answer.Refused(),
                Tokens.hash(ticket), now.minus(settings.requestLasts())));
    }
}

package org.gardefroid.ingest.enrolment;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.gardefroid.ingest.store.Sql;

/** Puts together what a device is given with its certificate. */
@Singleton
final class Grants {

    static final String STATE = "granted";

    private final DeviceAuthority authority;
    private final EnrolmentSettings settings;

    Grants(DeviceAuthority authority, EnrolmentSettings settings) {
        this.authority = authority;
        this.settings = settings;
    }

    /** Of an approved request; empty if its certificate counts no more. */
    Optional<Granted> ofEnrolment(Sql sql, long enrolment) {
        return sql.first("""
                SELECT d.name, d.shard, c.pem, c.issued_at, c.ends_at
                FROM device_certificate c JOIN device d ON d.id = c.device
                WHERE c.enrolment = ? AND c.revoked_at IS NULL""",
                row -> of(row.text("name"), row.number("shard"),
                        new Certificates.Signed(row.text("pem"), row.instant("issued_at"), row.instant("ends_at"))),
                enrolment);
    }

    Granted of(String device, int shard, Certificates.Signed signed) {
        String broker = settings.broker();
        return new Granted(STATE, device, shard, signed.pem(), authority.brokersAuthority(),
                broker == null ? "" : broker, signed.issuedAt().plus(settings.renewAfter()), signed.endsAt());
    }
}

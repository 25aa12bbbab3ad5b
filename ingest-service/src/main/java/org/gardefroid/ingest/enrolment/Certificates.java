package org.gardefroid.ingest.enrolment;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.certificates.Pem;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.KeyFingerprint;
import org.jspecify.annotations.Nullable;

/** The certificates that were signed, as rows. */
@Singleton
final class Certificates {

    private final DeviceAuthority authority;
    private final EnrolmentSettings settings;

    Certificates(DeviceAuthority authority, EnrolmentSettings settings) {
        this.authority = authority;
        this.settings = settings;
    }

    /** @param pem the certificate */
    record Signed(String pem, Instant issuedAt, Instant endsAt) {}

    Signed enrol(Sql sql, int device, String name, PublicKey key, long enrolment, Instant now) {
        return sign(sql, device, name, key, enrolment, null, now);
    }

    /** The next one for a device; asked for again with the same key, it is the same. */
    Signed renew(Sql sql, int device, String name, PublicKey key, String renews, Instant now) {
        Optional<Signed> before = sql.first(
                "SELECT pem, issued_at, ends_at FROM device_certificate"
                        + " WHERE device = ? AND fingerprint = ? AND revoked_at IS NULL",
                row -> new Signed(row.text("pem"), row.instant("issued_at"), row.instant("ends_at")), device,
                KeyFingerprint.of(key.getEncoded()).hash().hex());
        return before.orElseGet(() -> sign(sql, device, name, key, null, renews, now));
    }

    private Signed sign(Sql sql, int device, String name, PublicKey key, @Nullable Long enrolment,
            @Nullable String renews, Instant now) {
        X509Certificate certificate = authority.certify(key, name, now.plus(settings.certificateLasts()));
        Signed signed = new Signed(new String(Pem.encode(certificate), StandardCharsets.US_ASCII), now,
                certificate.getNotAfter().toInstant());
        sql.change("""
                INSERT INTO device_certificate (serial, device, enrolment, renews, fingerprint, pem, issued_at, ends_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", serial(certificate.getSerialNumber()), device, enrolment, renews,
                KeyFingerprint.of(key.getEncoded()).hash().hex(), signed.pem(), signed.issuedAt(), signed.endsAt());
        return signed;
    }

    void revokeAll(Sql sql, int device, Instant now) {
        sql.change("UPDATE device_certificate SET revoked_at = ? WHERE device = ? AND revoked_at IS NULL", now, device);
    }

    static String serial(BigInteger number) {
        return number.toString(16).toLowerCase(Locale.ROOT);
    }
}

package org.gardefroid.ingest.enrolment;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.gardefroid.certificates.SigningRequest;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.store.ConsoleDatabase;

/**
 * Gives a device its next certificate for the one that it has. It signs its request with the key of the present one, and not
 * by TLS: whatever stands in front of the service to speak TLS would not hand that on.
 */
@Singleton
public final class Renewals {

    /** Stands before what is signed, so that no signature made for something else is taken for one of these. */
    static final String SIGNED = "gardefroid renewal\n";

    private final ConsoleDatabase database;
    private final DeviceAuthority authority;
    private final Certificates certificates;
    private final Grants grants;
    private final EnrolmentSettings settings;
    private final InstantSource clock;

    Renewals(ConsoleDatabase database, DeviceAuthority authority, Certificates certificates, Grants grants,
            EnrolmentSettings settings, InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.certificates = certificates;
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(int id, String name, int shard) {}

    /**
     * @param presentPem the present certificate
     * @param request for a new key
     * @param signature over {@link #SIGNED} and the request, by the present key, in base64
     * @return empty where the certificate is not ours, is revoked or over for too long, or the signature is not its key's
     */
    public Optional<Granted> renew(String presentPem, String request, String signature) {
        SigningRequest next = SigningRequest.read(request);
        X509Certificate present = certificate(presentPem);
        if (!authority.signed(present) || !isSignedBy(present, request, signature)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String serial = Certificates.serial(present.getSerialNumber());
        return database.write(sql -> sql
                .first("""
                        SELECT d.id, d.name, d.shard FROM device_certificate c JOIN device d ON d.id = c.device
                        WHERE c.serial = ? AND c.revoked_at IS NULL AND d.revoked_at IS NULL AND c.ends_at > ? FOR UPDATE OF d""",
                        row -> new Known(row.number("id"), row.text("name"), row.number("shard")), serial,
                        now.minus(settings.grace()))
                .map(device -> {
                    Certificates.Signed signed = certificates.renew(sql, device.id(), device.name(), next.key(), serial,
                            now);
                    if (signed.issuedAt().equals(now)) {
                        Audit.add(sql, now, "device " + device.name(), "certificate-renewed", device.name());
                    }
                    return grants.of(device.name(), device.shard(), signed);
                }));
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate in PEM", e);
        }
    }

    private static boolean isSignedBy(X509Certificate present, String request, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(present.getPublicKey());
            check.update((SIGNED + request).getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

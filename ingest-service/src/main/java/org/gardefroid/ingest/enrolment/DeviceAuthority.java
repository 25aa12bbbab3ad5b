package org.gardefroid.ingest.enrolment;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.certificates.Issuer;

/** Signs devices' certificates, where the installation has an authority for it. */
@Singleton
public final class DeviceAuthority {

    /**
     * A broker that finds its list out of date lets nobody in, and a broker's list is renewed only when somebody is revoked:
     * a stale list is the lesser evil.
     */
    private static final Duration LIST_LASTS = Duration.ofDays(3_653);

    private final Optional<Issuer> issuer;
    private final Path brokersAuthority;

    public DeviceAuthority(EnrolmentSettings settings, @Value("${gardefroid.broker.authority}") Path brokersAuthority) {
        Path certificate = settings.authority();
        Path key = settings.authorityKey();
        this.issuer = certificate == null || key == null
                ? Optional.empty()
                : Optional.of(Issuer.of(certificate, key));
        this.brokersAuthority = brokersAuthority;
    }

    public boolean isThere() {
        return issuer.isPresent();
    }

    public X509Certificate certify(PublicKey holder, String device, Instant until) {
        if (device.equals("service") || device.startsWith("service-")) { // a broker lets those read everything
            throw new IllegalArgumentException("no device is called " + device);
        }
        return authority().certify(holder, device, Issuer.Purpose.CLIENT, until);
    }

    boolean signed(X509Certificate certificate) {
        return issuer.filter(own -> own.signed(certificate)).isPresent();
    }

    X509CRL revoked(Map<BigInteger, Instant> serials, Instant now) {
        return authority().revoked(serials, now, now.plus(LIST_LASTS));
    }

    /** Whom a device believes to be the broker: those whom we believe. */
    String brokersAuthority() {
        try {
            return Files.readString(brokersAuthority, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's authority cannot be read", e);
        }
    }

    private Issuer authority() {
        return issuer.orElseThrow(() -> new IllegalStateException("gardefroid.enrolment.authority is not set"));
    }
}

package org.gardefroid.ingest.enrolment;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How devices are let in.
 *
 * @param authority the certificate of the authority that signs devices' certificates, PEM; without it nobody is enrolled
 * @param authorityKey its key, PEM, PKCS#8
 * @param broker the ways to the broker as a device is to use them, written as in the agent's file; without them those of the
 *     device's own file count
 * @param revoked a folder into which what brokers must refuse is written: {@code revoked.crl} and {@code revoked-devices}
 * @param certificateLasts how long a certificate counts
 * @param renewAfter after how much of that a device asks for the next; what is left is time to notice that it fails
 * @param codeLasts how long a code may wait for its device
 * @param requestLasts how long a request may wait for a person, and an answer for its device
 * @param grace for how long after its end a certificate is good for renewing it: a box may lie in a cupboard for a while
 */
@ConfigurationProperties("gardefroid.enrolment")
public record EnrolmentSettings(
        @Nullable Path authority,
        @Nullable Path authorityKey,
        @Nullable String broker,
        @Nullable Path revoked,
        Duration certificateLasts,
        Duration renewAfter,
        Duration codeLasts,
        Duration requestLasts,
        Duration grace) {

    public EnrolmentSettings {
        if ((authority == null) != (authorityKey == null)) {
            throw new IllegalArgumentException(
                    "gardefroid.enrolment.authority and authority-key are said together, or neither");
        }
        if (renewAfter.compareTo(certificateLasts) >= 0) {
            throw new IllegalArgumentException(
                    "gardefroid.enrolment.renew-after must be shorter than certificate-lasts: "
                            + renewAfter + ", " + certificateLasts);
        }
    }
}

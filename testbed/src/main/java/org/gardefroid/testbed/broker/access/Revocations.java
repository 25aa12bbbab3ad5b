package org.gardefroid.testbed.broker.access;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who counts no more, as the service wrote it into a folder: certificates in {@code revoked.crl}, and in {@code revoked-devices}
 * the names of devices, for a certificate that was made by hand has a number that the service does not know.
 *
 * <p>What cannot be read changes nothing: a half-copied file must neither let everybody in nor keep everybody out.
 */
final class Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private record Lists(Set<BigInteger> serials, Set<String> devices) {}

    private final Path folder;
    private final Map<String, X509Certificate> connected = new ConcurrentHashMap<>();
    private volatile Lists lists = new Lists(Set.of(), Set.of());

    Revocations(Path folder) {
        this.folder = folder;
        read().ifPresent(found -> lists = found);
    }

    /** Whether it may come in, and then it is looked after until it counts no more. */
    boolean admit(String device, X509Certificate certificate) {
        connected.put(device, certificate);
        if (isRevoked(device, certificate)) { // after it is listed, or a change between the two would be missed
            connected.remove(device, certificate);
            return false;
        }
        return true;
    }

    /** Looks at the files, and names those that have to go. */
    void follow(Consumer<String> disconnect) {
        Optional<Lists> found = read();
        if (found.isEmpty() || found.get().equals(lists)) {
            return;
        }
        lists = found.get();
        connected.forEach((device, certificate) -> {
            if (isRevoked(device, certificate)) {
                LOG.info("device disconnected, it is revoked device={}", device);
                connected.remove(device, certificate);
                disconnect.accept(device);
            }
        });
    }

    private boolean isRevoked(String device, X509Certificate certificate) {
        Lists now = lists;
        return now.devices.contains(device) || now.serials.contains(certificate.getSerialNumber());
    }

    private Optional<Lists> read() {
        try {
            Path names = folder.resolve("revoked-devices");
            return Optional.of(new Lists(serials(),
                    Files.exists(names) ? Set.copyOf(Files.readAllLines(names)) : Set.of()));
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("revocations not read folder={} reason={}", folder, e.getMessage());
            return Optional.empty();
        }
    }

    private Set<BigInteger> serials() throws IOException, GeneralSecurityException {
        Path list = folder.resolve("revoked.crl");
        Set<BigInteger> serials = new HashSet<>();
        if (!Files.exists(list)) {
            return serials;
        }
        try (InputStream in = Files.newInputStream(list)) {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            Set<? extends X509CRLEntry> revoked = crl.getRevokedCertificates();
            if (revoked != null) {
                revoked.forEach(entry -> serials.add(entry.getSerialNumber()));
            }
            return serials;
        }
    }
}

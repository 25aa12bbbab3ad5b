package org.gardefroid.ingest.enrolment;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CRLException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gardefroid.certificates.Pem;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what was revoked, by whichever instance, to where it counts: to this instance's directory, which then refuses what
 * comes under the name, and to the files that brokers read. Looks every two seconds, and acts when something has changed.
 */
@Singleton
public final class RevocationLists {

    static final String LIST = "revoked.crl";
    static final String DEVICES = "revoked-devices";

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);

    private final ConsoleDatabase database;
    private final DeviceAuthority authority;
    private final EnrolmentSettings settings;
    private final Directories directories;
    private final InstantSource clock;
    private Optional<Revoked> carried = Optional.empty();
    private volatile Optional<String> list = Optional.empty();

    RevocationLists(ConsoleDatabase database, DeviceAuthority authority, EnrolmentSettings settings,
            Directories directories, InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.settings = settings;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param serials of certificates that would count still, with when they ceased to */
    private record Revoked(Map<BigInteger, Instant> serials, List<String> devices) {}

    @Scheduled(fixedDelay = "2s")
    void carry() {
        try {
            Revoked now = read();
            if (!carried.equals(Optional.of(now))) {
                directories.renew();
                list = authority.isThere() ? Optional.of(pem(now)) : Optional.empty();
                Path folder = settings.revoked();
                if (folder != null) {
                    write(folder, now);
                }
                carried = Optional.of(now);
            }
        } catch (SQLException | IOException | DatabaseFailure e) {
            LOG.warn("revocations not carried, tried again reason={}", e.getMessage());
        }
    }

    /** The list of certificates, in PEM, as anybody may have it; empty where there is no authority to sign it. */
    public Optional<String> list() {
        return list; // signed once: whoever asks is anybody
    }

    private Revoked read() {
        Instant now = clock.instant();
        return database.read(sql -> {
            Map<BigInteger, Instant> serials = new TreeMap<>();
            sql.each("SELECT serial, revoked_at FROM device_certificate WHERE revoked_at IS NOT NULL AND ends_at > ?",
                    row -> serials.put(new BigInteger(row.text("serial"), 16), row.instant("revoked_at")),
                    now.minus(settings.grace()));
            return new Revoked(serials, sql.list("SELECT name FROM device WHERE revoked_at IS NOT NULL ORDER BY name",
                    row -> row.text("name")));
        });
    }

    private void write(Path folder, Revoked revoked) throws IOException {
        Files.createDirectories(folder);
        if (list.isPresent()) {
            whole(folder.resolve(LIST), list.get());
        }
        whole(folder.resolve(DEVICES),
                revoked.devices().stream().map(name -> name + "\n").collect(Collectors.joining()));
        LOG.info("revocations carried certificates={} devices={}", revoked.serials().size(), revoked.devices().size());
    }

    private String pem(Revoked revoked) {
        try {
            return Pem.encode(authority.revoked(revoked.serials(), clock.instant()));
        } catch (CRLException e) {
            throw new IllegalStateException("a list that was just signed cannot be encoded", e);
        }
    }

    /** A broker must never read half of it. */
    private static void whole(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(fresh, content, StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What enrolment left in the agent's folder, below {@code identity/}: for nobody else to read. One small file,
 * {@code enrolled}, names the others and is put in place whole, so that key and certificate change together or not at all.
 *
 * @param device what the service calls us
 * @param broker the ways to it; empty where the agent's own file names them
 * @param service where certificates come from
 * @param authorityOfService who vouches for the service, where that is not whom the system believes
 */
public record Identity(String device, int shard, String broker, Path certificate, Path key, Path authority, URI service,
        Optional<Path> authorityOfService, Instant renewAfter, Instant ends) {

    private static final String ENROLLED = "enrolled";
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** What there is in this folder of an agent; empty where it was never enrolled. */
    public static Optional<Identity> in(Path agentsFolder) throws IOException {
        Path folder = folder(agentsFolder);
        Path file = folder.resolve(ENROLLED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            all.load(reader);
            return Optional.of(new Identity(text(all, "device"), Integer.parseInt(text(all, "shard")),
                    all.getProperty("broker", ""), folder.resolve(text(all, "certificate")),
                    folder.resolve(text(all, "key")), folder.resolve(text(all, "authority")),
                    URI.create(text(all, "service")),
                    Optional.ofNullable(all.getProperty("service.authority")).map(folder::resolve),
                    Instant.parse(text(all, "renew.after")), Instant.parse(text(all, "ends"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is not what enrolment wrote: " + e.getMessage() + "; enrol again", e);
        }
    }

    private static String text(Properties all, String key) {
        String value = all.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    /** Keeps what was granted; what was there before is gone once this is in place. */
    static Identity keep(Path agentsFolder, Granted granted, String keyPem, ServiceAddress address) throws IOException {
        Path folder = folder(agentsFolder);
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        Files.setPosixFilePermissions(folder, FOLDER);
        String mark = Long.toHexString(granted.ends().toEpochMilli()) + "-" + Long.toHexString(System.nanoTime());
        Map<String, String> all = new TreeMap<>();
        all.put("certificate", written(folder, mark + ".certificate.pem", granted.certificate()));
        all.put("key", written(folder, mark + ".key.pem", keyPem));
        all.put("authority", written(folder, mark + ".broker.pem", granted.authority()));
        if (address.authority().isPresent()) {
            all.put("service.authority", written(folder, mark + ".service.pem",
                    Files.readString(address.authority().get(), StandardCharsets.US_ASCII)));
        }
        all.put("device", granted.device());
        all.put("shard", String.valueOf(granted.shard()));
        all.put("broker", granted.broker());
        all.put("service", address.service().toString());
        all.put("renew.after", granted.renewAfter().toString());
        all.put("ends", granted.ends().toString());
        Properties properties = new Properties();
        properties.putAll(all);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        String fresh = written(folder, mark + ".enrolled", text.toString());
        Files.move(folder.resolve(fresh), folder.resolve(ENROLLED), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        removeAllBut(folder, mark);
        return in(agentsFolder).orElseThrow();
    }

    private static Path folder(Path agentsFolder) {
        return agentsFolder.resolve("identity");
    }

    /** Writes a file that is on the card when this returns. */
    private static String written(Path folder, String name, String content) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(FILE))) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        return name;
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void removeAllBut(Path folder, String mark) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> !file.endsWith(ENROLLED)
                    && !file.getFileName().toString().startsWith(mark)).toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}

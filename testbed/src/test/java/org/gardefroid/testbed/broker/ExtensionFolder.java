package org.gardefroid.testbed.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.gardefroid.testbed.broker.access.AccessExtension;

/**
 * The access rules as a folder that a HiveMQ outside our process loads.
 *
 * <p>Testcontainers packs extensions too, but puts copies of HiveMQ's own interfaces into them: the broker then does not
 * know our authenticator for one, and answers no CONNECT at all.
 */
final class ExtensionFolder {

    private ExtensionFolder() {}

    static Path make(Path parent) throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(parent.resolve("gardefroid-access"));
        Files.writeString(folder.resolve("hivemq-extension.xml"), """
                <hivemq-extension>
                    <id>gardefroid-access</id>
                    <name>Gardefroid access</name>
                    <version>1</version>
                    <priority>1000</priority>
                    <start-priority>1000</start-priority>
                </hivemq-extension>
                """);
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("extension.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + ExtensionMain.class.getName()));
            jar.write(AccessExtension.class.getName().getBytes(StandardCharsets.US_ASCII));
            for (Path file : classes()) {
                jar.putNextEntry(new ZipEntry(
                        AccessExtension.class.getPackageName().replace('.', '/') + "/" + file.getFileName()));
                Files.copy(file, jar);
            }
        }
        return folder;
    }

    private static List<Path> classes() throws IOException, URISyntaxException {
        var place = AccessExtension.class.getResource("AccessExtension.class");
        if (place == null) {
            throw new IOException("the access rules are not among our classes");
        }
        try (var files = Files.list(Path.of(place.toURI()).resolveSibling("."))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}

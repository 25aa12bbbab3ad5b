package org.gardefroid.testbed.broker;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.Authority;
import org.testcontainers.hivemq.HiveMQContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The same rules at the broker that a site runs from compose.yaml. */
@Testcontainers(disabledWithoutDocker = true)
class BrokerContainerTest extends BrokerRules {

    private static final int PORT = 8883;
    private static final String HOME = "/opt/hivemq/";

    @Container
    private static final HiveMQContainer BROKER = broker();

    private static HiveMQContainer broker() {
        try {
            return described();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HiveMQContainer described() throws IOException, URISyntaxException {
        Path folder = PrivateFiles.folder(Testbed.shared().folder().resolve("container"));
        var made = BrokerConfiguration.in(folder, Testbed.shared().authority());
        var there = new BrokerConfiguration(
                Path.of(HOME, "conf", "own.jks"), Path.of(HOME, "conf", "trusted.jks"), made.password());
        Path xml = folder.resolve("config.xml");
        PrivateFiles.write(xml, there.xml("0.0.0.0", PORT, PORT + 1).getBytes(StandardCharsets.UTF_8));
        var container = new HiveMQContainer(DockerImageName.parse("hivemq/hivemq-ce").withTag("2025.5"))
                .withoutPrepackagedExtensions().withExtension(MountableFile.forHostPath(ExtensionFolder.make(folder)))
                .withHiveMQConfig(readable(xml))
                .withFileInHomeFolder(readable(made.keyStore()), "conf/own.jks")
                .withFileInHomeFolder(readable(made.trustStore()), "conf/trusted.jks");
        container.addExposedPort(PORT);
        return container;
    }

    private static MountableFile readable(Path file) {
        return MountableFile.forHostPath(file, 0644);
    }

    @Override
    URI uri() {
        return URI.create("ssl://" + BROKER.getHost() + ":" + BROKER.getMappedPort(PORT));
    }

    @Override
    Authority authority() {
        return Testbed.shared().authority();
    }
}

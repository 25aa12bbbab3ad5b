package org.gardefroid.testbed.broker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.access.AccessExtension;
import org.gardefroid.testbed.certificates.Authority;
import org.testcontainers.hivemq.HiveMQContainer;
import org.testcontainers.hivemq.HiveMQExtension;
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
        Path folder = PrivateFiles.folder(Testbed.shared().folder().resolve("container"));
        var made = BrokerConfiguration.in(folder, Testbed.shared().authority());
        var there = new BrokerConfiguration(
                Path.of(HOME, "conf", "own.jks"), Path.of(HOME, "conf", "trusted.jks"), made.password());
        Path xml = folder.resolve("config.xml");
        PrivateFiles.write(xml, there.xml("0.0.0.0", PORT).getBytes(StandardCharsets.UTF_8));
        var access = HiveMQExtension.builder().id("gardefroid-access").name("Gardefroid access").version("1")
                .mainClass(AccessExtension.class);
        for (String name : new String[]{"Access", "CertificateAuthenticator"}) {
            access.addAdditionalClass(sibling(name));
        }
        var container = new HiveMQContainer(DockerImageName.parse("hivemq/hivemq-ce").withTag("2025.5"))
                .withoutPrepackagedExtensions().withExtension(access.build()).withHiveMQConfig(readable(xml))
                .withFileInHomeFolder(readable(made.keyStore()), "conf/own.jks")
                .withFileInHomeFolder(readable(made.trustStore()), "conf/trusted.jks");
        container.addExposedPort(PORT);
        return container;
    }

    /** By name: the rules are nobody's business but the extension's. */
    private static Class<?> sibling(String name) {
        try {
            return Class.forName(AccessExtension.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
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

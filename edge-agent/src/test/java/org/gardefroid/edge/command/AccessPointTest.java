package org.gardefroid.edge.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AccessPointTest {

    private static final String UNMISTAKABLE = "[2-9A-HJKMNP-Z]{4}";

    @TempDir
    private Path folder;

    private InstalledScripts box = new InstalledScripts(Path.of("/nowhere"));

    @BeforeEach
    void installed() throws IOException, InterruptedException {
        box = new InstalledScripts(folder);
        assertThat(box.run("access-point", "--make").text()).as("nothing is told of the key at the install").isEmpty();
    }

    @Test
    void theKeyThatWasMadeAtTheInstallIsToldOnDemandWithNameAndAddress() throws IOException, InterruptedException {
        String told = box.run("access-point").text();
        assertThat(told).containsPattern("Clé +: " + value("psk") + "\n").contains("Wi-Fi : " + value("ssid") + "\n",
                "http://192.168.50.1:8088");
        assertThat(box.run("access-point", "--show").text()).isEqualTo(told);
        assertThat(value("psk")).matches(UNMISTAKABLE + "-" + UNMISTAKABLE + "-" + UNMISTAKABLE);
    }

    @Test
    void anotherBoxHasAnotherNameAndAnotherKeyAndTheNameTellsNothing() throws IOException, InterruptedException {
        String name = value("ssid");
        String key = value("psk");
        Files.delete(box.accessPoint());
        box.run("access-point", "--make");
        assertThat(value("ssid")).isNotEqualTo(name).matches("BOX-" + UNMISTAKABLE);
        assertThat(value("psk")).isNotEqualTo(key);
    }

    @Test
    void theKeyIsForNobodyElseToRead() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(box.accessPoint())))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewKeyLeavesTheNameAndWhetherItIsOn() throws IOException, InterruptedException {
        String name = value("ssid");
        String key = value("psk");
        assertThat(value("autoconnect")).isEqualTo("false");
        box.run("access-point", "--on");
        assertThat(box.run("access-point", "--new-key").text()).contains("En service");
        assertThat(value("psk")).isNotEqualTo(key);
        assertThat(value("ssid")).isEqualTo(name);
        assertThat(value("autoconnect")).isEqualTo("true");
        assertThat(box.in("en_GB.UTF-8", "access-point", "--off").text()).contains("Off.");
        assertThat(value("autoconnect")).isEqualTo("false");
    }

    @Test
    void theBoxIsNobodysWayOut() throws IOException {
        assertThat(Files.readString(box.accessPoint())).contains("never-default=true").doesNotContain("shared");
    }

    private String value(String key) throws IOException {
        return Files.readAllLines(box.accessPoint()).stream().filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1)).findFirst().orElseThrow();
    }
}

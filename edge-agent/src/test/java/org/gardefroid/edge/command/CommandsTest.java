package org.gardefroid.edge.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

    @TempDir
    private Path folder;

    private InstalledScripts box = new InstalledScripts(Path.of("/nowhere"));

    @BeforeEach
    void installed() {
        box = new InstalledScripts(folder);
    }

    @ParameterizedTest
    @CsvSource({"fr_FR.UTF-8, Réglages", "en_GB.UTF-8, Settings"})
    void helpNamesEveryCommandInTheReadersLanguage(String locale, String word)
            throws IOException, InterruptedException {
        InstalledScripts.Answer help = box.in(locale, "gardefroid-agent", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.text()).contains(word, "\n  enrol ", "\n  probes ", "\n  pin ", "\n  access-point ",
                "\n  way-out ",
                "\n  run ");
    }

    @Test
    void whatIsNoCommandIsAnsweredByTheHelp() throws IOException, InterruptedException {
        assertThat(box.run("gardefroid-agent", "reboot").code()).isEqualTo(2);
        assertThat(box.run("gardefroid-agent", "reboot").text()).contains("enrol CODE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin", "access-point", "way-out"})
    void eachCommandSaysInBothLanguagesWhatItDoesAndChangesNothing(String command)
            throws IOException, InterruptedException {
        String french = box.run("gardefroid-agent", command, "--help").text();
        String english = box.in("en_GB.UTF-8", "gardefroid-agent", command, "--help").text();
        assertThat(french).startsWith("gardefroid-agent " + command).isNotEqualTo(english);
        assertThat(french.lines().count()).isEqualTo(english.lines().count());
        assertThat(box.accessPoint()).doesNotExist();
        assertThat(box.run("gardefroid-agent", command, "--nonsense").code()).isEqualTo(2);
    }

    @Test
    void thePagesCodeIsToldToWhoForgotItAndMadeAnewOnDemand() throws IOException, InterruptedException {
        Path pin = Files.createDirectories(folder.resolve("agent")).resolve("pin");
        assertThat(box.run("pin").text()).contains("premier démarrage");
        Files.writeString(pin, "000007\n");
        assertThat(box.run("pin").text()).isEqualTo("Code de la page : 000007\n");
        assertThat(box.run("pin", "--new").text()).matches("Code de la page : [0-9]{6}\n").doesNotContain("000007");
        assertThat(Files.readString(pin)).matches("[0-9]{6}\n");
    }

    @Test
    void withoutNetworkManagerNoWayOutIsSetAndThatIsSaid() throws IOException, InterruptedException {
        assertThat(box.run("way-out", "4g", "orange")).satisfies(answer -> assertThat(answer.code()).isEqualTo(2))
                .satisfies(answer -> assertThat(answer.text()).contains("apt install network-manager"));
    }
}

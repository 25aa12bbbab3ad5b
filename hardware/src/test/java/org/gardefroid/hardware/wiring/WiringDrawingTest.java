package org.gardefroid.hardware.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The drawings and pin tables are made again and compared; {@code -Dgardefroid.wiring=write} writes them. */
class WiringDrawingTest {

    private static final Path FOLDER = Path.of("cablage");
    private static final String END = "<!-- fin de la table -->\n";

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void theDrawingIsTheOneThatItsTextGives(String build) throws IOException {
        String svg = WiringDrawing.svg(text(build));
        Path file = FOLDER.resolve(build + ".svg");
        if (isWriting()) {
            Files.writeString(file, svg);
        }
        assertThat(file).hasContent(svg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void theInstructionsHaveThePinTableOfTheirText(String build) throws IOException {
        Path file = Path.of(build + ".md");
        String begin = "<!-- table des broches, faite de cablage/" + build + ".txt -->\n";
        String page = Files.readString(file);
        assertThat(page).contains(begin, END);
        String before = page.substring(0, page.indexOf(begin) + begin.length());
        String whole = before + text(build).pinTable() + page.substring(page.indexOf(END));
        if (isWriting()) {
            Files.writeString(file, whole);
        }
        assertThat(file).hasContent(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void noPinServesTwiceAndNoAddressTwice(String build) throws IOException {
        Set<String> pins = new HashSet<>();
        text(build).nets().values().stream().filter(net -> !net.isSupply())
                .forEach(net -> assertThat(pins.add(net.headerPins()) && pins.add(net.bcm())).as(net.name()).isTrue());
        Set<String> addresses = new HashSet<>();
        text(build).parts().stream().map(WiringText.Part::name).filter(name -> name.contains("0x"))
                .map(name -> name.replaceAll(".*(0x[0-9A-F]{2}).*", "$1"))
                .forEach(address -> assertThat(addresses.add(address)).as(address).isTrue());
        assertThat(addresses).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void everyPartHangsOnNetsThatAreThereAndOnTheGround(String build) throws IOException {
        WiringText text = text(build);
        assertThat(text.parts()).allSatisfy(part -> {
            part.pins().values().forEach(text::net);
            assertThat(part.pins()).containsValue("GND");
        });
    }

    private static WiringText text(String build) throws IOException {
        return WiringText.read(Files.readString(FOLDER.resolve(build + ".txt")));
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("gardefroid.wiring"));
    }
}

package org.gardefroid.hardware.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        text(build).nets().values().stream().filter(net -> net.isOnHeader() && !net.isSupply())
                .forEach(net -> assertThat(pins.add(net.headerPins()) && pins.add(net.bcm())).as(net.name()).isTrue());
        Set<String> addresses = new HashSet<>();
        text(build).parts().stream().map(WiringText.Part::name).filter(name -> name.contains("0x"))
                .map(name -> name.replaceAll(".*(0x[0-9A-F]{2}).*", "$1"))
                .forEach(address -> assertThat(addresses.add(address)).as(address).isTrue());
        assertThat(addresses).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glaciere", "refrigerateur"})
    void everyWireHasTwoEndsAtLeastAndNoPartIsLeftHanging(String build) throws IOException {
        WiringText text = text(build);
        assertThat(text.nets().values()).allSatisfy(net -> assertThat(text.parts().stream()
                .flatMap(part -> part.pins().values().stream()).filter(net.name()::equals).count())
                .as(net.name()).isGreaterThanOrEqualTo(net.isOnHeader() ? 1 : 2));
        assertThat(text.parts()).allSatisfy(part -> {
            List<String> ends = part.pins().values().stream().filter(net -> !net.equals(WiringText.FREE)).toList();
            ends.forEach(text::net);
            assertThat(ends).as(part.name()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(ends).as("some end of " + part.name()).anyMatch(net -> !net.equals("GND"));
        });
    }

    /** The numbers that are not wired by these drawings: the Pi itself, its card, supply and scanner (plugs), vial, case, board. */
    @ParameterizedTest
    @CsvSource({"glaciere, 1 2 4 17 18 19", "refrigerateur, 1 2 4 16 17 19"})
    void thePartsListAndTheDrawingHaveTheSamePieces(String build, String notWired) throws IOException {
        Map<String, ListedPart> listed = ListedPart.of(Files.readString(Path.of(build + ".md")));
        List<WiringText.Part> drawn = text(build).parts().stream()
                .filter(part -> !part.item().equals(WiringText.FREE)).toList();
        Map<String, Integer> boxes = drawn.stream().filter(part -> part.symbol() == WiringText.Symbol.BOX)
                .collect(Collectors.toMap(WiringText.Part::item, WiringText.Part::count, Integer::sum));
        Map<String, Integer> loose = drawn.stream().filter(part -> !boxes.containsKey(part.item()))
                .collect(Collectors.toMap(WiringText.Part::item, WiringText.Part::count, Integer::sum));
        Map<String, Integer> quantities = new TreeMap<>();
        listed.forEach((number, part) -> quantities.put(number, part.quantity()));
        quantities.keySet().removeAll(List.of(notWired.split(" ", -1)));
        boxes.putAll(loose);
        assertThat(boxes).isEqualTo(quantities);

        assertThat(drawn).allSatisfy(part -> assertThat(Objects.requireNonNull(listed.get(part.item())).isOf(part))
                .as(part.item() + " " + part.name()).isTrue());
        Set<String> references = drawn.stream().filter(part -> part.symbol() != WiringText.Symbol.BOX)
                .map(WiringText.Part::shortName).collect(Collectors.toSet());
        assertThat(ListedPart.references(listed.values())).isEqualTo(references);
    }

    private static WiringText text(String build) throws IOException {
        return WiringText.read(Files.readString(FOLDER.resolve(build + ".txt")));
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("gardefroid.wiring"));
    }
}

package org.gardefroid.system.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.testbed.process.ProjectFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentsTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|Rules))\\.([a-z][A-Za-z0-9]*)`");

    private final Path root = ProjectFolder.root();

    @Test
    void everyTestThatHazardsNamesIsThere() throws IOException {
        Map<String, String> tests = testClasses();
        Matcher named = TEST.matcher(Files.readString(root.resolve("HAZARDS.md")));
        Set<String> missing = new TreeSet<>();
        int count = 0;
        while (named.find()) {
            count++;
            if (!tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(count).as("tests named").isGreaterThan(20);
    }

    @Test
    void theWireDocumentNamesEveryCode() throws IOException {
        String wire = Files.readString(root.resolve("WIRE.md"));
        for (ProbeFault fault : ProbeFault.values()) {
            assertThat(wire).contains("`" + fault.code() + "`");
        }
        for (Rejection rejection : Rejection.values()) {
            assertThat(wire).contains("`" + rejection.code() + "`");
        }
        for (VialStep step : VialStep.values()) {
            assertThat(wire).contains("`" + step.code() + "`");
        }
    }

    @Test
    void everyDocumentThatTheReadmeNamesIsThere() throws IOException {
        Matcher link = Pattern.compile("]\\(([^)#:]+)\\)").matcher(Files.readString(root.resolve("README.md")));
        while (link.find()) {
            assertThat(root.resolve(link.group(1))).exists();
        }
    }

    private Map<String, String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().contains("/src/test/")
                    && file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(DocumentsTest::className, DocumentsTest::read, (a, b) -> a + b));
        }
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

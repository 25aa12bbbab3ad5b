package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gardefroid.telemetry.VialId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VialNumbersFileTest {

    private static final VialId A = new VialId("a");
    private static final VialId B = new VialId("b");

    @TempDir
    private Path folder;

    @Test
    void aVialKeepsItsNumberAfterAPowerCut() {
        VialNumbersFile before = new VialNumbersFile(folder.resolve("vials"));
        assertThat(before.of(B)).isEqualTo(1);
        assertThat(before.of(A)).isEqualTo(2);
        assertThat(before.of(B)).isEqualTo(1);

        VialNumbersFile after = new VialNumbersFile(folder.resolve("vials"));
        assertThat(after.known()).containsOnlyKeys(A, B);
        assertThat(after.of(A)).isEqualTo(2);
        assertThat(after.of(new VialId("c"))).isEqualTo(3);
    }

    @Test
    void aLineThatAPowerCutLeftHalfIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("vials"), "1 a\n2", StandardOpenOption.CREATE);
        VialNumbersFile numbers = new VialNumbersFile(folder.resolve("vials"));

        assertThat(numbers.of(A)).isEqualTo(1);
        assertThat(numbers.of(B)).isEqualTo(2);
        assertThat(new VialNumbersFile(folder.resolve("vials")).of(B)).isEqualTo(2);
    }
}

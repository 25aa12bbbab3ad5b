package org.gardefroid.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkFolderTest {

    @TempDir
    Path somewhere;

    @Test
    void aFolderWithSomebodysFilesIsLeftAlone() throws IOException {
        Path thesis = Files.writeString(Files.createDirectory(somewhere.resolve("mine")).resolve("thesis.txt"), "…");

        assertThatThrownBy(() -> WorkFolder.take(somewhere.resolve("mine"))).isInstanceOf(Refused.class)
                .hasMessageContaining("mine");
        assertThat(thesis).exists();
    }

    @Test
    void itsOwnIsEmptiedAtTheNextTime() throws IOException {
        try (var first = WorkFolder.take(somewhere.resolve("demo"))) {
            Files.writeString(first.folder().resolve("yesterday"), "…");
        }
        try (var second = WorkFolder.take(somewhere.resolve("demo"))) {
            assertThat(second.folder()).isEmptyDirectory();
        }
    }

    @Test
    void oneThatIsInUseIsNotTakenASecondTime() throws IOException {
        try (var first = WorkFolder.take(somewhere.resolve("demo"))) {
            Path data = Files.writeString(first.folder().resolve("data"), "…");

            assertThatThrownBy(() -> WorkFolder.take(somewhere.resolve("demo"))).isInstanceOf(Refused.class)
                    .hasMessageContaining("--folder");
            assertThat(data).exists();
        }
    }
}

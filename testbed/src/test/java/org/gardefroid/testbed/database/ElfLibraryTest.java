package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledOnOs(OS.LINUX)
class ElfLibraryTest {

    private static final CLibrary ANCIENT = new CLibrary(2, 0);
    private static final CLibrary FUTURE = new CLibrary(99, 0);

    @TempDir
    Path folder;

    /** A library that is on every machine these tests run on, since the JVM is made of it. */
    private final Path library = Path.of(System.getProperty("java.home"), "lib", "libzip.so");

    @Test
    void aLibraryThatNeedsNothingNewIsLeftAsItIs() throws IOException {
        var elf = ElfLibrary.read(library);

        assertThat(elf.forgetVersionsAbove(FUTURE)).isFalse();
        assertThat(elf.bytes()).isEqualTo(Files.readAllBytes(library));
    }

    @Test
    void aFunctionThatNoOlderLibraryHasIsRefusedByName() throws IOException {
        var elf = ElfLibrary.read(library);

        assertThatThrownBy(() -> elf.forgetVersionsAbove(ANCIENT)).isInstanceOf(IOException.class)
                .hasMessageMatching("it calls \\w+, which this machine's C library does not have");
    }

    @Test
    void whatIsNoLibraryIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.so"),
                "not a library, not a library, not a library, not a library");

        assertThatThrownBy(() -> ElfLibrary.read(text)).hasMessageContaining("text.so is not a 64-bit");
    }

    @Test
    void versionsOfTheCLibraryAreNumbers() {
        assertThat(CLibrary.parse("GLIBC_2.4")).contains(new CLibrary(2, 4));
        assertThat(CLibrary.parse("glibc 2.36")).contains(new CLibrary(2, 36));
        assertThat(CLibrary.parse("GLIBC_2.2.5")).contains(new CLibrary(2, 2));
        assertThat(CLibrary.parse("GLIBC_PRIVATE")).isEmpty();
        assertThat(CLibrary.parse("OPENSSL_3.0.0")).isEmpty();
        assertThat(new CLibrary(2, 4)).isLessThan(new CLibrary(2, 36));
    }
}

package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A shared library in the 64-bit Executable and Linkable Format, opened to make it load with an older C library.
 *
 * <p>A library names, for each function it calls, the version of the C library that brought it. Debian 13's TimescaleDB
 * needs four names from 2.38, and none of them for what they do: {@code strtol} and its kin got new names in C23, and
 * {@code strlcpy} is among the functions PostgreSQL brings itself where the C library has none. So the new names become
 * the old ones, the calls ask for any version, and the need for 2.38 is marked as one that may go unmet.
 */
final class ElfLibrary {

    private static final int VERSION_SYMBOLS = 0x6fffffff;
    private static final int VERSION_NEEDS = 0x6ffffffe;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int SYMBOL_BYTES = 24;

    /** "Any version will do", in the table that gives each symbol its version. */
    private static final short ANY_VERSION = 1;
    /** The loader passes over an unmet need that has this flag. */
    private static final short WEAK = 2;

    private static final String C23_PREFIX = "__isoc23_";
    private static final Set<String> POSTGRES_HAS_ITS_OWN = Set.of("strlcpy", "strlcat");

    private final byte[] bytes;
    private final ByteBuffer file;
    private final Section symbols;
    private final Section symbolVersions;
    private final Section needs;
    private final Section names;

    private record Section(int type, int link, int info, int offset, int size) {}

    private ElfLibrary(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.symbols = section(DYNAMIC_SYMBOLS);
        this.symbolVersions = section(VERSION_SYMBOLS);
        this.needs = section(VERSION_NEEDS);
        this.names = sectionAt(symbols.link);
    }

    static ElfLibrary read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        boolean isElf64LittleEndian = bytes.length > 64 && bytes[0] == 0x7f && bytes[1] == 'E' && bytes[2] == 'L'
                && bytes[3] == 'F' && bytes[4] == 2 && bytes[5] == 1;
        if (!isElf64LittleEndian) {
            throw new IOException(path + " is not a 64-bit little-endian ELF file");
        }
        return new ElfLibrary(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Says whether anything had to change; fails on a function that has no older equal. */
    boolean forgetVersionsAbove(CLibrary newest) throws IOException {
        Set<Integer> tooNew = weakenNeedsAbove(newest);
        for (int i = 0; i < symbols.size / SYMBOL_BYTES; i++) {
            int version = symbolVersions.offset + 2 * i;
            if (tooNew.contains(file.getShort(version) & 0x7fff)) {
                int symbol = symbols.offset + SYMBOL_BYTES * i;
                rename(symbol);
                file.putShort(version, ANY_VERSION);
            }
        }
        return !tooNew.isEmpty();
    }

    private Set<Integer> weakenNeedsAbove(CLibrary newest) {
        var found = new HashSet<Integer>();
        int need = needs.offset;
        for (int i = 0; i < needs.info; i++) {
            int version = need + file.getInt(need + 8);
            for (int j = 0; j < file.getShort(need + 2); j++) {
                Optional<CLibrary> wanted = CLibrary.parse(name(file.getInt(version + 8)));
                if (wanted.isPresent() && wanted.get().compareTo(newest) > 0) {
                    found.add(file.getShort(version + 6) & 0x7fff);
                    file.putShort(version + 4, (short) (file.getShort(version + 4) | WEAK));
                }
                version += file.getInt(version + 12);
            }
            need += file.getInt(need + 12);
        }
        return found;
    }

    /** The old name is the end of the new one, and names are stored as the place where they begin. */
    private void rename(int symbol) throws IOException {
        String name = name(file.getInt(symbol));
        if (name.startsWith(C23_PREFIX)) {
            file.putInt(symbol, file.getInt(symbol) + C23_PREFIX.length());
        } else if (!POSTGRES_HAS_ITS_OWN.contains(name)) {
            throw new IOException("it calls " + name + ", which this machine's C library does not have");
        }
    }

    private String name(int at) {
        int start = names.offset + at;
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }

    private Section section(int type) throws IOException {
        int count = Short.toUnsignedInt(file.getShort(0x3c));
        for (int i = 0; i < count; i++) {
            Section section = sectionAt(i);
            if (section.type == type) {
                return section;
            }
        }
        throw new IOException("an ELF file without a section of type " + Integer.toHexString(type));
    }

    private Section sectionAt(int index) {
        int header = Math.toIntExact(file.getLong(0x28)) + index * Short.toUnsignedInt(file.getShort(0x3a));
        return new Section(file.getInt(header + 4), file.getInt(header + 0x28), file.getInt(header + 0x2c),
                Math.toIntExact(file.getLong(header + 0x18)), Math.toIntExact(file.getLong(header + 0x20)));
    }
}

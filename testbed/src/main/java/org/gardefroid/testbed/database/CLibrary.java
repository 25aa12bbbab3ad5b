package org.gardefroid.testbed.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gardefroid.testbed.database.Distributions.Unavailable;

/** A version of the GNU C library. */
record CLibrary(int major, int minor) implements Comparable<CLibrary> {

    private static final String WITHOUT = "TimescaleDB cannot be had: this machine does not run on the GNU C library: ";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(\\.\\d+)?");

    /** From {@code glibc 2.36}, or from {@code GLIBC_2.36} as libraries have it; empty for anything else. */
    static Optional<CLibrary> parse(String name) {
        String version = name.startsWith("GLIBC_")
                ? name.substring("GLIBC_".length())
                : name.replaceFirst("^glibc ", "");
        var matcher = VERSION.matcher(version);
        return !matcher.matches() || version.equals(name)
                ? Optional.empty()
                : Optional.of(new CLibrary(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    static CLibrary ofThisMachine() {
        try {
            String answer = Command.run(List.of("getconf", "GNU_LIBC_VERSION"), Path.of("/"), Duration.ofSeconds(10))
                    .output();
            return parse(answer).orElseThrow(() -> new Unavailable(WITHOUT + answer));
        } catch (IOException e) {
            throw new Unavailable(WITHOUT + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "glibc-" + major + "." + minor;
    }

    @Override
    public int compareTo(CLibrary other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}

package org.gardefroid.ingest.console.http;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The mark of this release's static files, which stands in their addresses: a browser may keep them for ever. */
@Singleton
final class Assets {

    private static final List<String> FILES = List.of("console.css", "console.js", "icon.svg");

    private final String mark;

    Assets() {
        CRC32 sum = new CRC32();
        for (String file : FILES) {
            try (InputStream stream = Assets.class.getResourceAsStream("/console/static/" + file)) {
                if (stream == null) {
                    throw new IllegalStateException("no static file " + file);
                }
                sum.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        mark = Long.toHexString(sum.getValue());
    }

    String mark() {
        return mark;
    }
}

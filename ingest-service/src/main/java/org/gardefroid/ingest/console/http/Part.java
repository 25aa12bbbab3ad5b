package org.gardefroid.ingest.console.http;

import java.util.function.Supplier;

/**
 * A piece of a page that changes by itself: an element with this id.
 *
 * @param inside the id of the part that holds it, empty if none: it comes along when that one is sent
 * @param key when it changes, the piece is sent
 */
record Part(String id, String inside, String key, Supplier<String> html) {

    static Part of(String id, String html) {
        return within("", id, html);
    }

    static Part within(String inside, String id, String html) {
        return new Part(id, inside, html, () -> html);
    }

    /** A piece that is sent only when its key changes, whatever becomes of the parts inside. */
    static Part keyed(String id, String key, Supplier<String> html) {
        return new Part(id, "", key, html);
    }
}

package org.gardefroid.ingest.console.http;

import java.util.Map;

/** What a browser sent of a form; a field that is absent is empty. */
record Form(Map<String, Object> fields) {

    String text(String name) {
        return switch (fields.get(name)) {
            case String text -> text;
            case Number number -> number.toString(); // a program may write it so
            case null, default -> "";
        };
    }

    /** A path of ours to go back to, and never an address of somebody else. */
    String path(String name) {
        String path = text(name);
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
                && path.chars().allMatch(c -> c > ' ')
                        ? path
                        : "/";
    }
}

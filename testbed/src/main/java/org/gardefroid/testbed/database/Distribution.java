package org.gardefroid.testbed.database;

import java.nio.file.Path;

/**
 * PostgreSQL's programs in a folder, ready to run.
 *
 * @param name such as {@code postgresql-18}: without the minor version, since a new one reads the data of an old one
 * @param hasTimescale whether the extension is among its libraries
 */
record Distribution(String name, Path home, boolean hasTimescale) {

    Path program(String program) {
        return home.resolve("bin").resolve(program);
    }
}

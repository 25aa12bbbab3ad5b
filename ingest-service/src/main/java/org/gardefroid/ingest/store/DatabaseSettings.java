package org.gardefroid.ingest.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;

/**
 * Where the database is.
 *
 * @param owner the role that owns the tables; it migrates and does nothing else
 * @param secrets a folder with one file for each role, named as the role, that holds its password
 */
@ConfigurationProperties("gardefroid.database")
record DatabaseSettings(String url, String owner, Path secrets) {}

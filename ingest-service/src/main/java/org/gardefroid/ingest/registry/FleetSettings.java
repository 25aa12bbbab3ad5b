package org.gardefroid.ingest.registry;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** @param file what there is to begin with, YAML or JSON; none if it is entered by people */
@ConfigurationProperties("gardefroid.fleet")
record FleetSettings(@Nullable Path file) {}

package org.gardefroid.ingest.rollup;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/** @param every how often the touched hours are made again: each time reads them whole */
@ConfigurationProperties("gardefroid.rollup")
record RollupSettings(Duration every) {}

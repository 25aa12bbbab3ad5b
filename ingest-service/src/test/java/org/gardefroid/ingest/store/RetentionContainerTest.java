package org.gardefroid.ingest.store;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** With TimescaleDB's own image. */
@Testcontainers(disabledWithoutDocker = true)
final class RetentionContainerTest extends RetentionRules {

    @Container
    private static final TimescaleContainer DATABASE = new TimescaleContainer();

    RetentionContainerTest() {
        super(DATABASE);
    }
}

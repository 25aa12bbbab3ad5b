package org.gardefroid.ingest.store;

import java.util.stream.Stream;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** With a server that is processes of this machine: PostgreSQL alone, and with TimescaleDB. */
@ParameterizedClass
@MethodSource("editions")
final class RetentionTest extends RetentionRules {

    static Stream<Edition> editions() {
        return Testbed.editions();
    }

    RetentionTest(Edition edition) {
        super(Testbed.shared().database(edition));
    }
}

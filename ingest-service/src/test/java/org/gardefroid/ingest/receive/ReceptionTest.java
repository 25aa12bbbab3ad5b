package org.gardefroid.ingest.receive;

import java.util.stream.Stream;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** With a server that is processes of this machine: PostgreSQL alone, and with TimescaleDB. */
@ParameterizedClass
@MethodSource("editions")
final class ReceptionTest extends ReceptionRules {

    static Stream<Edition> editions() {
        return Testbed.editions();
    }

    ReceptionTest(Edition edition) {
        super(RunningService.shared(edition), edition == Edition.TIMESCALEDB);
    }
}

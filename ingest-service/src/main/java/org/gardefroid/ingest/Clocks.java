package org.gardefroid.ingest;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one place where the program reads the time of day. */
@Factory
final class Clocks {

    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}

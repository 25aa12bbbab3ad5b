package org.gardefroid.ingest.enrolment;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a device is given when it has been let in.
 *
 * @param certificate its own, PEM
 * @param authority who may vouch for the broker, PEM
 * @param broker the ways to it, as in the agent's file; empty where the device's own file names them
 * @param renewAfter from when on it asks for the next certificate
 */
@Serdeable
public record Granted(String state, String device, int shard, String certificate, String authority, String broker,
        Instant renewAfter, Instant ends) {}

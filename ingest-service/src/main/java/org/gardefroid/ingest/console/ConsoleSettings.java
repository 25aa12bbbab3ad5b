package org.gardefroid.ingest.console;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How the console behaves.
 *
 * @param https whether a proxy in front of us speaks https, so that cookies are Secure and browsers are told to insist on it
 * @param idleSession a session in which a person has done nothing for this long is over
 * @param longestSession a session is over after this long, whatever is done in it
 * @param liveEvery how often a live page looks for what has changed
 * @param zone in which times are shown
 */
@ConfigurationProperties("gardefroid.console")
public record ConsoleSettings(boolean https, Duration idleSession, Duration longestSession, Duration liveEvery,
        ZoneId zone) {}

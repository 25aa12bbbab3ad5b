package org.gardefroid.cli.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * How the demo is run.
 *
 * @param duration after which it ends by itself; empty: when a person stops it
 * @param port of the console; 0 for any
 */
public record DemoOptions(Optional<Duration> duration, long seed, int port, boolean plainDatabase) {}

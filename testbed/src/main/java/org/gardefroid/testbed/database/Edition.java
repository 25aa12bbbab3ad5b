package org.gardefroid.testbed.database;

/** Which database is wanted. */
public enum Edition {
    /** PostgreSQL with TimescaleDB; a start fails where this machine cannot get it. */
    TIMESCALEDB,
    /** PostgreSQL alone. */
    PLAIN,
    /** TimescaleDB where this machine can get it, PostgreSQL alone elsewhere; what a folder began with stays. */
    BEST
}

package org.gardefroid.telemetry;

/**
 * What ties an answer to a question, so that an old answer is never taken for a new one.
 *
 * @param value random; any long
 */
public record Nonce(long value) {}

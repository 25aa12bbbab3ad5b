package org.gardefroid.ingest.notify.gateway;

/**
 * A message as a gateway sends it.
 *
 * @param key the same however often it is sent
 * @param to a telephone number with its country, or an address
 * @param answer where a key pressed during a call is sent
 */
public record Outgoing(String key, String to, String text, String language, String answer) {}

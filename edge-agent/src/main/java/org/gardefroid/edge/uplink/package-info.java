/**
 * The link to the broker: Paho's MQTT 5 client, trusted with nothing but carrying bytes.
 *
 * <p>Paho 1.2.5 has known faults, each of which has its answer here: it sets no TCP_NODELAY, may hang in a handshake or
 * before CONNACK, never retries the first connect, shares its reconnect delay among all clients of a JVM, takes a refused
 * publish for a success, throws where the server's receive maximum is reached, and deadlocks when its callbacks block.
 */
@NullMarked
package org.gardefroid.edge.uplink;

import org.jspecify.annotations.NullMarked;

/**
 * Who may do what at the broker, as an extension of HiveMQ.
 *
 * <p>Compiled for Java 17, so that it runs in HiveMQ's own container as well as in our process.
 */
@NullMarked
package org.gardefroid.testbed.broker.access;

import org.jspecify.annotations.NullMarked;

/** The broker: one connection, kept up, that hands on what arrives and waits when it is not taken. */
@NullMarked
package org.gardefroid.ingest.mqtt;

import org.jspecify.annotations.NullMarked;

/** A PostgreSQL below a folder, with TimescaleDB where this machine can get it. */
@NullMarked
package org.gardefroid.testbed.database;

import org.jspecify.annotations.NullMarked;

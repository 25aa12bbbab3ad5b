/**
 * What makes every batch stored once: guard rows, admission, receipts and leases. Pure: the database, the time and the
 * transport are arguments, so that the simulation runs these same classes.
 */
@NullMarked
package org.gardefroid.ingest.guard;

import org.jspecify.annotations.NullMarked;

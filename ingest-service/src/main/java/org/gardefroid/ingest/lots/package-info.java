/**
 * Lots: where each is and where it was, in time; entered and moved by named people. Nothing is overwritten: a row ends, and
 * another begins.
 */
@NullMarked
package org.gardefroid.ingest.lots;

import org.jspecify.annotations.NullMarked;

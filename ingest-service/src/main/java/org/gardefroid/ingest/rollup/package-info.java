/** Hours and days of each probe, kept by our own statement so that every edition of the database has them. */
@NullMarked
package org.gardefroid.ingest.rollup;

import org.jspecify.annotations.NullMarked;

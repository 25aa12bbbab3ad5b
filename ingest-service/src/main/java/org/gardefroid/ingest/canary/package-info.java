/** Tries all the time whether what a device sends would become an alarm. */
@NullMarked
package org.gardefroid.ingest.canary;

import org.jspecify.annotations.NullMarked;

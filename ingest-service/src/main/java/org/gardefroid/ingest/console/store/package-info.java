/** What the console reads from the database and writes to it, as a role that cannot touch a reading. */
@NullMarked
package org.gardefroid.ingest.console.store;

import org.jspecify.annotations.NullMarked;

/** The database: its roles, its migrations, and what several parts of the program share of it. */
@NullMarked
package org.gardefroid.ingest.store;

import org.jspecify.annotations.NullMarked;

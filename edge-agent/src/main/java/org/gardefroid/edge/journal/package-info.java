/** The card: batches in an SQLite file, each on the disk before anybody hears of it. */
@NullMarked
package org.gardefroid.edge.journal;

import org.jspecify.annotations.NullMarked;

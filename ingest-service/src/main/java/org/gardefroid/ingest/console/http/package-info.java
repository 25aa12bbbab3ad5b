/** Pages, forms and the live stream: decides nothing, and carries between a browser and the database. */
@NullMarked
package org.gardefroid.ingest.console.http;

import org.jspecify.annotations.NullMarked;

/** The web console: what people see in a browser, and what they may do there. */
@NullMarked
package org.gardefroid.ingest.console;

import org.jspecify.annotations.NullMarked;

/** Named people: entered, changed, given a password, and kept out again, each time by somebody named. */
@NullMarked
package org.gardefroid.ingest.console.people;

import org.jspecify.annotations.NullMarked;

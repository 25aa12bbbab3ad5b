/**
 * A broker, a database and a mail peer as real processes on this machine: for the demo, the tests and the bench.
 *
 * <p>Nothing of it belongs to an installation; a site runs its own broker, database and mail server.
 */
@NullMarked
package org.gardefroid.testbed;

import org.jspecify.annotations.NullMarked;

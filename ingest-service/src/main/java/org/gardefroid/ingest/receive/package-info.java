/** From the broker to the database and back: what arrives is grouped, admitted by the guard, stored, and receipted. */
@NullMarked
package org.gardefroid.ingest.receive;

import org.jspecify.annotations.NullMarked;

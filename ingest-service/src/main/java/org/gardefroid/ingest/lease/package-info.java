/** Which instance of the service does what: leases in the database, kept, given back, and held against in each transaction. */
@NullMarked
package org.gardefroid.ingest.lease;

import org.jspecify.annotations.NullMarked;

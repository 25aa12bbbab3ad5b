/** From the hardware's ports to records: what is asked each second, and what of it is worth a record. */
@NullMarked
package org.gardefroid.edge.sampling;

import org.jspecify.annotations.NullMarked;

/** What the box itself says to whoever stands before it, network or not: by the same rules as the service's. */
@NullMarked
package org.gardefroid.edge.box;

import org.jspecify.annotations.NullMarked;

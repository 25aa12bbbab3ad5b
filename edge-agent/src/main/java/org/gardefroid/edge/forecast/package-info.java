/** For how long a box will stay in range, told from how its temperature has moved, and how sure that is. */
@NullMarked
package org.gardefroid.edge.forecast;

import org.jspecify.annotations.NullMarked;

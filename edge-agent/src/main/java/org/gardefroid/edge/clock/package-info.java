/** What time it is, and who says so. Nothing else in the agent asks the machine for the time. */
@NullMarked
package org.gardefroid.edge.clock;

import org.jspecify.annotations.NullMarked;

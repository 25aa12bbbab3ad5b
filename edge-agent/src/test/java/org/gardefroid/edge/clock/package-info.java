@NullMarked
package org.gardefroid.edge.clock;

import org.jspecify.annotations.NullMarked;

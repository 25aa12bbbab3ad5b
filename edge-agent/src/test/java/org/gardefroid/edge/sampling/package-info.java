@NullMarked
package org.gardefroid.edge.sampling;

import org.jspecify.annotations.NullMarked;

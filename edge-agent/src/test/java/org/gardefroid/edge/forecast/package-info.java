@NullMarked
package org.gardefroid.edge.forecast;

import org.jspecify.annotations.NullMarked;

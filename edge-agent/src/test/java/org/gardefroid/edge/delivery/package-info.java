@NullMarked
package org.gardefroid.edge.delivery;

import org.jspecify.annotations.NullMarked;

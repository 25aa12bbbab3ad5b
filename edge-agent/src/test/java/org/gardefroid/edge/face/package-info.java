@NullMarked
package org.gardefroid.edge.face;

import org.jspecify.annotations.NullMarked;

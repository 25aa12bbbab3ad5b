@NullMarked
package org.gardefroid.edge.box;

import org.jspecify.annotations.NullMarked;

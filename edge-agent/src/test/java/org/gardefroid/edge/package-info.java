@NullMarked
package org.gardefroid.edge;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.edge.supervisor;

import org.jspecify.annotations.NullMarked;

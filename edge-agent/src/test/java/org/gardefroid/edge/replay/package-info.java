@NullMarked
package org.gardefroid.edge.replay;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.edge.uplink;

import org.jspecify.annotations.NullMarked;

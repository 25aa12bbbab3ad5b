@NullMarked
package org.gardefroid.edge.journal;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.edge.training;

import org.jspecify.annotations.NullMarked;

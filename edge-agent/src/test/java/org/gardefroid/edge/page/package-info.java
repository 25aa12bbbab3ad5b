@NullMarked
package org.gardefroid.edge.page;

import org.jspecify.annotations.NullMarked;

/** How much the service takes in, as shipped, and what it takes for it. */
@NullMarked
package org.gardefroid.bench;

import org.jspecify.annotations.NullMarked;

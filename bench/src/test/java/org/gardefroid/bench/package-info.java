/** The bench measures what it says it measures. */
@NullMarked
package org.gardefroid.bench;

import org.jspecify.annotations.NullMarked;

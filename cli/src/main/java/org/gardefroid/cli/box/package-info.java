/** {@code gardefroid box}: one simulated box to train on. */
@NullMarked
package org.gardefroid.cli.box;

import org.jspecify.annotations.NullMarked;

/** {@code gardefroid bench}. */
@NullMarked
package org.gardefroid.cli.bench;

import org.jspecify.annotations.NullMarked;

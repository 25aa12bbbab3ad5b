/** The rules over a file. */
@NullMarked
package org.gardefroid.cli.evaluate;

import org.jspecify.annotations.NullMarked;

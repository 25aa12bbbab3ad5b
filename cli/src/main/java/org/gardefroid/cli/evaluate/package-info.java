/** The rules over a file, for tuning and for proof. */
@NullMarked
package org.gardefroid.cli.evaluate;

import org.jspecify.annotations.NullMarked;

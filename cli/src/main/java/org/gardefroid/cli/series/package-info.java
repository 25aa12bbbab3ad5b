/** Loggers' files, as a person names them. */
@NullMarked
package org.gardefroid.cli.series;

import org.jspecify.annotations.NullMarked;

/** Lots from the command line, through the service as a named person. */
@NullMarked
package org.gardefroid.cli.lots;

import org.jspecify.annotations.NullMarked;

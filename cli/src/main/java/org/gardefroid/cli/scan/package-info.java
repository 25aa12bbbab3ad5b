/** What a scanner sent, as JSON. */
@NullMarked
package org.gardefroid.cli.scan;

import org.jspecify.annotations.NullMarked;

/** The commands that the launcher hands over to: each is one class, and starts programs rather than being one. */
@NullMarked
package org.gardefroid.cli;

import org.jspecify.annotations.NullMarked;

/** Real loggers' files, driven through the real agent, broker and service. */
@NullMarked
package org.gardefroid.cli.replay;

import org.jspecify.annotations.NullMarked;

/** The agent's one file: read whole, and all that is wrong with it told at once. */
@NullMarked
package org.gardefroid.edge.configuration;

import org.jspecify.annotations.NullMarked;

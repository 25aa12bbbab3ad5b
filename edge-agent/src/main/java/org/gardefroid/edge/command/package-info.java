/** What a person types at the box, and what is answered. */
@NullMarked
package org.gardefroid.edge.command;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.edge.command;

import org.jspecify.annotations.NullMarked;

/** What the box shows and sounds: pure functions of its state and of a time, and the one class that carries them to the ports. */
@NullMarked
package org.gardefroid.edge.face;

import org.jspecify.annotations.NullMarked;

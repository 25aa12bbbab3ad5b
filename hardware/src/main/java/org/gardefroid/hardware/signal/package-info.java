/** What the box shows and sounds: a light of three colours, a buzzer, a relay for somebody else's alarm. */
@NullMarked
package org.gardefroid.hardware.signal;

import org.jspecify.annotations.NullMarked;

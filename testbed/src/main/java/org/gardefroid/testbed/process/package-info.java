/** Programs started as processes of their own, watched, stopped, killed, and never left behind. */
@NullMarked
package org.gardefroid.testbed.process;

import org.jspecify.annotations.NullMarked;

/** One bad night, as the people in it see it: real programs, and messages as received. */
@NullMarked
package org.gardefroid.system.night;

import org.jspecify.annotations.NullMarked;

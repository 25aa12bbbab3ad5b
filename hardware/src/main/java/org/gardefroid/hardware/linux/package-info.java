/** The ports that Linux itself offers as files. */
@NullMarked
package org.gardefroid.hardware.linux;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.hardware.tmp117;

import org.jspecify.annotations.NullMarked;

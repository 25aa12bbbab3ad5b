@NullMarked
package org.gardefroid.hardware.ds18b20;

import org.jspecify.annotations.NullMarked;

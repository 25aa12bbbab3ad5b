@NullMarked
package org.gardefroid.hardware.lis3dh;

import org.jspecify.annotations.NullMarked;

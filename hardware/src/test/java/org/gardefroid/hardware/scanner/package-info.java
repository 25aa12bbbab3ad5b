@NullMarked
package org.gardefroid.hardware.scanner;

import org.jspecify.annotations.NullMarked;

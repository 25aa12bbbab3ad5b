@NullMarked
package org.gardefroid.vaccines;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.vaccines.gs1;

import org.jspecify.annotations.NullMarked;

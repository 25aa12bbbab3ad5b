@NullMarked
package org.gardefroid.vaccines.custody;

import org.jspecify.annotations.NullMarked;

/** A certificate authority in a folder, and the PEM files it gives out. */
@NullMarked
package org.gardefroid.testbed.certificates;

import org.jspecify.annotations.NullMarked;

/** The program on the Raspberry Pi: sample, journal, judge, show, send. */
@NullMarked
package org.gardefroid.edge;

import org.jspecify.annotations.NullMarked;

/** Who is told of an alarm, by what, in which order, until somebody has answered: pure functions of rows and of the time. */
@NullMarked
package org.gardefroid.alerting.cascade;

import org.jspecify.annotations.NullMarked;

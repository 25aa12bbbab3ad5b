/**
 * What is out of range, what is an alarm, and when a person must look: pure rules over records.
 *
 * <p>Everything here is a value or a function of values. Nothing here reads a clock: time comes with a record or a
 * {@link org.gardefroid.alerting.Tick}, so that a day's backlog gives the same facts as the same readings sent live.
 */
@NullMarked
package org.gardefroid.alerting;

import org.jspecify.annotations.NullMarked;

/** Tells people of alarms: rows written with the alarm, sent after it, tried again until a mail server has taken them. */
@NullMarked
package org.gardefroid.ingest.notify;

import org.jspecify.annotations.NullMarked;

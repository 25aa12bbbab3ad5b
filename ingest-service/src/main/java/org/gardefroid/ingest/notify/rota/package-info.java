/** Who is on call, as calendars say it. */
@NullMarked
package org.gardefroid.ingest.notify.rota;

import org.jspecify.annotations.NullMarked;

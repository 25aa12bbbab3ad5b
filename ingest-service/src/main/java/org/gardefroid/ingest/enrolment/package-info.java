/**
 * How a device gets its certificate, keeps it, and loses it.
 *
 * <p>The device makes its key and shows that it has it; an operator vouches that this key is that device's, by a code made for
 * it and by the fingerprint that both sides show; the service signs. Its own pages stay out of this: what a device sends here
 * comes from the internet, and is small, counted, and answered the same whichever way a code is wrong.
 */
@NullMarked
package org.gardefroid.ingest.enrolment;

import org.jspecify.annotations.NullMarked;

/** A device gets in, stays in by itself, and is kept out: with the real programs, by real HTTPS. */
@NullMarked
package org.gardefroid.system.enrolment;

import org.jspecify.annotations.NullMarked;

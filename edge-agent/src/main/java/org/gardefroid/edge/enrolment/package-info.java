/**
 * How this device gets its certificate and keeps it: the key is made here and never leaves, the service signs.
 *
 * <p>The request is written by hand: of PKCS #10 it needs one form with one kind of key, and a library for all of it weighs
 * nine megabytes on the card.
 */
@NullMarked
package org.gardefroid.edge.enrolment;

import org.jspecify.annotations.NullMarked;

/** Contacts that open and close: a reed switch at a door, a push button. Both bounce, and both may be cut off. */
@NullMarked
package org.gardefroid.hardware.contact;

import org.jspecify.annotations.NullMarked;

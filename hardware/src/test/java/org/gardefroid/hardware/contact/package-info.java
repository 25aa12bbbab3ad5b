@NullMarked
package org.gardefroid.hardware.contact;

import org.jspecify.annotations.NullMarked;

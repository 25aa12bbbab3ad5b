/** Networks that fail when they are told to. */
@NullMarked
package org.gardefroid.testbed.network;

import org.jspecify.annotations.NullMarked;

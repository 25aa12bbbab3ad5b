@NullMarked
package org.gardefroid.telemetry.json;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.alerting;

import org.jspecify.annotations.NullMarked;

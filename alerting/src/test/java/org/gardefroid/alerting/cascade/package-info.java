@NullMarked
package org.gardefroid.alerting.cascade;

import org.jspecify.annotations.NullMarked;

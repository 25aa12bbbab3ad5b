/** What rules find in readings that lie in the past: in a file, or in an equipment's history. */
@NullMarked
package org.gardefroid.alerting.evaluation;

import org.jspecify.annotations.NullMarked;

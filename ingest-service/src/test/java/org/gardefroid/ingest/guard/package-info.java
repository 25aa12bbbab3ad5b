@NullMarked
package org.gardefroid.ingest.guard;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.ingest.custody;

import org.jspecify.annotations.NullMarked;

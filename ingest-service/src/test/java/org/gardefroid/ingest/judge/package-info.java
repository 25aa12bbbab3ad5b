@NullMarked
package org.gardefroid.ingest.judge;

import org.jspecify.annotations.NullMarked;

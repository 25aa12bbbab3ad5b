@NullMarked
package org.gardefroid.ingest.notify;

import org.jspecify.annotations.NullMarked;

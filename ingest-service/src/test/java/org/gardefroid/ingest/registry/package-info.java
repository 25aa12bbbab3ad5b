@NullMarked
package org.gardefroid.ingest.registry;

import org.jspecify.annotations.NullMarked;

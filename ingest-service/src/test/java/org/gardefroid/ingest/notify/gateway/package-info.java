@NullMarked
package org.gardefroid.ingest.notify.gateway;

import org.jspecify.annotations.NullMarked;

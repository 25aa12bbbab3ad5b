@NullMarked
package org.gardefroid.ingest.notify.rota;

import org.jspecify.annotations.NullMarked;

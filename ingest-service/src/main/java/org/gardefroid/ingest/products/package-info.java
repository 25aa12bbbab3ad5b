/** Product profiles as a pharmacist reads and signs them. */
@NullMarked
package org.gardefroid.ingest.products;

import org.jspecify.annotations.NullMarked;

/** JSON documents that people may read and write: read strictly, with errors that name the place. */
@NullMarked
package org.gardefroid.telemetry.json;

import org.jspecify.annotations.NullMarked;

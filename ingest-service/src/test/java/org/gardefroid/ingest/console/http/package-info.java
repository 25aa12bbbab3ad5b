@NullMarked
package org.gardefroid.ingest.console.http;

import org.jspecify.annotations.NullMarked;

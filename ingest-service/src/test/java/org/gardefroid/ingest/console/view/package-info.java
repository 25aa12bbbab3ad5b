@NullMarked
package org.gardefroid.ingest.console.view;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.ingest.console.account;

import org.jspecify.annotations.NullMarked;

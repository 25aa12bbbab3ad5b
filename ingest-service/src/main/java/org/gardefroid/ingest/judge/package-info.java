/**
 * Judges what is stored, by the rules that the box judges by: a consumer of its own behind storage. It may fall behind, be
 * killed and begin again at any time; what it writes is the same.
 */
@NullMarked
package org.gardefroid.ingest.judge;

import org.jspecify.annotations.NullMarked;

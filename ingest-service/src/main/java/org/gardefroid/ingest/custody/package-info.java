/**
 * The verdict of each lot and each opened vial: what is stored of them, put into the words of {@code vaccines.custody} and judged by
 * it, whenever something touches them and when their time asks for it.
 */
@NullMarked
package org.gardefroid.ingest.custody;

import org.jspecify.annotations.NullMarked;

/** What a page is made of: the words in both languages, and the records that the templates show. */
@NullMarked
package org.gardefroid.ingest.console.view;

import org.jspecify.annotations.NullMarked;

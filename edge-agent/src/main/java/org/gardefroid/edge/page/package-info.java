/** The web page that the box serves by itself, network or not: what anybody in its Wi-Fi may see, and what is behind the PIN. */
@NullMarked
package org.gardefroid.edge.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.gardefroid.edge.configuration;

import org.jspecify.annotations.NullMarked;

/** What a single step costs, without I/O. */
@NullMarked
package org.gardefroid.bench.micro;

import org.jspecify.annotations.NullMarked;

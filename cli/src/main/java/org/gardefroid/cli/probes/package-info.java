/** What is connected to this machine, and what it says. */
@NullMarked
package org.gardefroid.cli.probes;

import org.jspecify.annotations.NullMarked;

/** Whoever supervises the agent is told that it lives: systemd, where there is one. */
@NullMarked
package org.gardefroid.edge.supervisor;

import org.jspecify.annotations.NullMarked;

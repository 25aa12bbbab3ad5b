/** The real programs together: broker, database, service, mail peer and agents, each a process. */
@NullMarked
package org.gardefroid.system.chain;

import org.jspecify.annotations.NullMarked;

/** One box on simulated hardware that a person moves by keys or by a script: to train on, and to try every message. */
@NullMarked
package org.gardefroid.edge.training;

import org.jspecify.annotations.NullMarked;

/**
 * A refrigerator and a cool box that are not there, behind the ports of real ones.
 *
 * <p>Everything is a function of a seed, a scenario and a time that is given: the same question has the same answer, in
 * another process too. So an agent that was killed finds, when it starts again, the fridge where it would have been.
 */
@NullMarked
package org.gardefroid.hardware.simulated;

import org.jspecify.annotations.NullMarked;

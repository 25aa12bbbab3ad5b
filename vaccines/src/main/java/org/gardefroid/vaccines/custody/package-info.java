/**
 * Where lots, vials and syringes were, what was done with them, what temperatures they saw, and the verdict that follows.
 *
 * <p>All of it is one function of what was recorded: the same events and readings give the same verdicts in whatever
 * order, portion or repetition they came, on the box and in the service.
 */
@NullMarked
package org.gardefroid.vaccines.custody;

import org.jspecify.annotations.NullMarked;

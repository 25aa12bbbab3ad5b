/** Judges lots, vials and syringes from files: profiles, what was done, what was measured. */
@NullMarked
package org.gardefroid.cli.judge;

import org.jspecify.annotations.NullMarked;

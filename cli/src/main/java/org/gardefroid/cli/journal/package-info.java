/** Takes over what a dead or revoked box has on its card. */
@NullMarked
package org.gardefroid.cli.journal;

import org.jspecify.annotations.NullMarked;

/** What holds for the house as a whole: who may lean on whom, and that the documents say what is so. */
@NullMarked
package org.gardefroid.system.house;

import org.jspecify.annotations.NullMarked;

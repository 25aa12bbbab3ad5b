@NullMarked
package org.gardefroid.edge.enrolment;

import org.jspecify.annotations.NullMarked;

/** The authority that vouches for devices: its certificates, its list of revoked ones, and what is asked of it. */
@NullMarked
package org.gardefroid.certificates;

import org.jspecify.annotations.NullMarked;

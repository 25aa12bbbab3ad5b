/** A whole site on this machine: the service and what it talks to, each a process of its own, with real certificates. */
@NullMarked
package org.gardefroid.testbed.site;

import org.jspecify.annotations.NullMarked;

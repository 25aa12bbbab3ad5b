/** HiveMQ Community Edition in a process of its own, with the access rules a site's broker must have. */
@NullMarked
package org.gardefroid.testbed.broker;

import org.jspecify.annotations.NullMarked;

/** Who may come in: named accounts, sessions, and the throttle of a login. */
@NullMarked
package org.gardefroid.ingest.console.account;

import org.jspecify.annotations.NullMarked;

/** A mail server that keeps what it receives and can be told to misbehave. */
@NullMarked
package org.gardefroid.testbed.mail;

import org.jspecify.annotations.NullMarked;

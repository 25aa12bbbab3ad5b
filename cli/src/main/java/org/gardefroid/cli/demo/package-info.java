/** The demo: a small site with the real programs as processes, a day that is told, and the account of it. */
@NullMarked
package org.gardefroid.cli.demo;

import org.jspecify.annotations.NullMarked;

/**
 * The Chromium of this machine, driven, and what each of our pages must be in it. Who uses it has Playwright on its own class path.
 */
@NullMarked
package org.gardefroid.testbed.browser;

import org.jspecify.annotations.NullMarked;

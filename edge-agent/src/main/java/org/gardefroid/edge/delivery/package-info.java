/**
 * Getting what is recorded to the service, once each: journals, batches, receipts and the window. Pure: the card, the
 * link, the time and the randomness are arguments, so that the simulation runs these same classes.
 */
@NullMarked
package org.gardefroid.edge.delivery;

import org.jspecify.annotations.NullMarked;

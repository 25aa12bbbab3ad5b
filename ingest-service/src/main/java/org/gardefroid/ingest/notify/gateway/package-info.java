/** Hands messages to others over HTTP: short messages and calls by a provider's interface, webhooks to a hospital's own programs. */
@NullMarked
package org.gardefroid.ingest.notify.gateway;

import org.jspecify.annotations.NullMarked;

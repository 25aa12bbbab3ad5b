package org.gardefroid.ingest.notify;

import org.gardefroid.alerting.cascade.Channel;

/** Who is written to, and where. */
record Recipient(int person, Channel channel, String address, String language) {}

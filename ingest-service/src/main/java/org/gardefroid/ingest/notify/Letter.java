package org.gardefroid.ingest.notify;

/** A message in one language, ready to be sent. */
record Letter(String subject, String text, String html) {}

package org.gardefroid.alerting.cascade;

/** One call of a step: to whom, by what, and whether only while the site is open or closed. */
public record Call(Addressee who, Channel channel, Hours when) {}

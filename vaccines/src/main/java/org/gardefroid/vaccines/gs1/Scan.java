package org.gardefroid.vaccines.gs1;

/** What came of one scan: a label, or why there is none. A scan that cannot be read is never a label with less on it. */
public sealed interface Scan permits Label, Unreadable {}

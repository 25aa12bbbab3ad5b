package org.gardefroid.cli.replay;

import java.nio.file.Path;

/** The file that is replayed, and where in it times and temperatures stand. */
record ReplayedSeries(Path file, String timeColumn, String valueColumn, String zone) {}

/** Grafana's part played by a test: what a dashboard asks is asked, as the role that Grafana has. */
@NullMarked
package org.gardefroid.dashboards;

import org.jspecify.annotations.NullMarked;

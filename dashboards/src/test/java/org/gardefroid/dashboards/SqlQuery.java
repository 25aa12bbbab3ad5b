package org.gardefroid.dashboards;

/**
 * One query of a dashboard.
 *
 * @param where dashboard and panel, for the person who reads that it failed
 * @param format what Grafana makes of the rows: {@code table} or {@code time_series}
 */
record SqlQuery(String where, String format, String sql) {

    @Override
    public String toString() {
        return where;
    }
}

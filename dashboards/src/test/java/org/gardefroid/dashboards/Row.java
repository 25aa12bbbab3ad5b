package org.gardefroid.dashboards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row as Grafana shows it: what each column says, empty where there is nothing. */
record Row(Map<String, String> columns) {

    static List<Row> all(ResultSet result) throws SQLException {
        var rows = new ArrayList<Row>();
        while (result.next()) {
            var columns = new LinkedHashMap<String, String>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                String value = result.getString(i);
                columns.put(result.getMetaData().getColumnLabel(i), value == null ? "" : value);
            }
            rows.add(new Row(columns));
        }
        return rows;
    }

    String text(String column) {
        String value = columns.get(column);
        if (value == null) {
            throw new AssertionError("no column " + column + " among " + columns.keySet());
        }
        return value;
    }

    long number(String column) {
        return (long) Double.parseDouble(text(column));
    }
}

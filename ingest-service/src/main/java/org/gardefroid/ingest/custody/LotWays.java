package org.gardefroid.ingest.custody;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.vaccines.custody.LotWayJson;

/** How lots came where they are, as their boxes are to be told: in the table, written when it is another. */
final class LotWays {

    private static final String WRITE = """
            INSERT INTO lot_way (lot, equipment, ways) SELECT ?, ?, array_agg(way) FROM unnest(string_to_array(?, chr(10))) AS way
            ON CONFLICT (lot, equipment) DO UPDATE SET ways = excluded.ways, written_at = now()
            WHERE lot_way.ways <> excluded.ways""";

    private final Map<Goods, String> written = new HashMap<>();

    /** In the caller's transaction; counts once {@link #written} says that it was committed. */
    void write(Connection connection, List<Judged> judged) {
        Sql sql = new Sql(connection);
        for (Judged each : news(judged)) {
            sql.change(WRITE, each.goods().lot().getAsInt(), each.goods().equipment(), document(each));
        }
    }

    private List<Judged> news(List<Judged> judged) {
        List<Judged> news = new ArrayList<>(judged);
        news.removeIf(each -> each.ways().isEmpty() || document(each).equals(written.get(each.goods())));
        return news;
    }

    void written(List<Judged> judged) {
        news(judged).forEach(each -> written.put(each.goods(), document(each)));
    }

    /** A line for each way. */
    private static String document(Judged judged) {
        return judged.ways().stream().map(LotWayJson::write).collect(Collectors.joining("\n"));
    }
}

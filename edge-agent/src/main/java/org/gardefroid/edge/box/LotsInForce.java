package org.gardefroid.edge.box;

import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.LotWayJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lots of a brief, as far as they can be read. */
public final class LotsInForce {

    private static final Logger LOG = LoggerFactory.getLogger(LotsInForce.class);

    private LotsInForce() {}

    /** Also those that have left. */
    public static List<LotWay> of(Brief brief) {
        List<LotWay> ways = new ArrayList<>();
        for (String lot : brief.lots()) {
            try {
                ways.add(LotWayJson.read(lot));
            } catch (JsonProblem e) { // then nobody put it here: its vials' label is not known either
                LOG.warn("lot unreadable reason=\"{}\"", e.getMessage());
            }
        }
        return List.copyOf(ways);
    }

    /** Those that are there. */
    public static List<LotWay> now(Brief brief) {
        return of(brief).stream().filter(way -> way.until().isEmpty()).toList();
    }
}

package org.gardefroid.ingest.custody;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;

/**
 * What is said of some goods now.
 *
 * @param zone in which people are told times
 * @param ways how a lot may have come where it is
 */
record Judged(Goods goods, int site, ZoneId zone, Judgement judgement, List<LotWay> ways) {

    Judged {
        ways = List.copyOf(ways);
    }

    /** Of a vial, or of what could not be judged: no box is told of it. */
    Judged(Goods goods, int site, ZoneId zone, Judgement judgement) {
        this(goods, site, zone, judgement, List.of());
    }

    /** What makes it another verdict when it changes; figures alone do not. */
    String said() {
        String grounds = judgement.grounds().stream()
                .map(ground -> ground.code().code() + ground.since().map(at -> "@" + at).orElse(""))
                .collect(Collectors.joining(" "));
        return judgement.ruling().code() + judgement.judgedBy()
                .map(profile -> " " + profile.product() + " r" + profile.revision()).orElse("")
                + (grounds.isEmpty() ? "" : ": " + grounds);
    }
}

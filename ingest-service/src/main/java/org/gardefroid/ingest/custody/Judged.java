package org.gardefroid.ingest.custody;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.gardefroid.vaccines.custody.Judgement;

/**
 * What is said of some goods now.
 *
 * @param zone in which people are told times
 */
record Judged(Goods goods, int site, ZoneId zone, Judgement judgement) {

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

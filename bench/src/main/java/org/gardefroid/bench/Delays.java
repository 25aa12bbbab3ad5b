package org.gardefroid.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How long after their readings were sent a number of things happened, the shortest first. */
record Delays(List<Long> millis) {

    /** Of what happened, by what it happened to. */
    static Delays between(Map<String, Instant> sent, Map<String, Instant> happened) {
        return new Delays(sent.entrySet().stream().filter(each -> happened.containsKey(each.getKey()))
                .map(each -> Duration.between(each.getValue(), happened.get(each.getKey())).toMillis()).toList());
    }

    Delays {
        millis = millis.stream().sorted().toList();
    }

    int count() {
        return millis.size();
    }

    /** The shortest that so great a share does not exceed; 0 of nothing. */
    long quantile(double share) {
        return millis.isEmpty() ? 0 : millis.get(Math.max(0, (int) Math.ceil(share * millis.size()) - 1));
    }
}

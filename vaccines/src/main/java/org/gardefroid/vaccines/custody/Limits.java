package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.Ground.Code;

/** What nobody knows of a container, held against what its profile bears. */
final class Limits {

    private Limits() {}

    /** @param end up to when it is judged */
    static List<Ground> grounds(
            ProductProfile profile, boolean isOpeningKnown, List<Segment> segments, Instant end) {
        List<Ground> grounds = new ArrayList<>();
        Duration unobserved = segments.stream().filter(segment -> segment.seen().isEmpty()).map(Segment::length)
                .reduce(Duration.ZERO, Duration::plus);
        Optional<Duration> limit = profile.storage().unobserved();
        if (limit.isEmpty() && unobserved.isPositive()) {
            grounds.add(Ground.missing(profile, "unobserved-limit"));
        } else if (limit.filter(longest -> unobserved.compareTo(longest) > 0).isPresent()) {
            grounds.add(Ground.since(Code.UNOBSERVED_TOO_LONG, exceeded(segments, limit.get(), end), unobserved,
                    limit.get()));
        }
        if (!isOpeningKnown && !profile.storage().budgets().isEmpty()) {
            grounds.add(Ground.of(Code.OPENING_EXPOSURE_UNKNOWN, Ground.contact(profile)));
        }
        return grounds;
    }

    /** When more than that was unobserved. */
    private static Instant exceeded(List<Segment> segments, Duration limit, Instant end) {
        Duration left = limit;
        for (Segment segment : segments) {
            if (segment.seen().isEmpty()) {
                if (segment.length().compareTo(left) > 0) {
                    return segment.from().plus(left);
                }
                left = left.minus(segment.length());
            }
        }
        return end;
    }
}

package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/**
 * What a container has been through in its life, as far as it is known: in each band of {@link Band#ALL} at least what
 * was observed there, at most that and all that was not observed.
 *
 * @param unobserved how long nobody measured
 * @param meanKinetic a figure beside the others, and never a reason to release anything
 */
public record Exposure(Map<Band, Interval> bands, Duration unobserved, Optional<Double> meanKinetic) {

    static Exposure of(List<Spent> opening, List<Segment> segments) {
        Duration unobserved = segments.stream().filter(segment -> segment.seen().isEmpty()).map(Segment::length)
                .reduce(Duration.ZERO, Duration::plus);
        Map<Band, Interval> bands = new LinkedHashMap<>();
        for (Band band : Band.ALL) {
            Interval time = new Interval(Duration.ZERO, unobserved);
            for (Spent spent : opening) {
                time = time.plus(within(band, spent.seen(), spent.time()));
            }
            for (Segment segment : segments) {
                if (segment.seen().isPresent()) {
                    time = time.plus(within(band, segment.seen().get(), segment.time()));
                }
            }
            bands.put(band, time);
        }
        return new Exposure(bands, unobserved, meanKinetic(segments));
    }

    private static Optional<Double> meanKinetic(List<Segment> segments) {
        double sum = 0;
        double seconds = 0;
        for (Segment segment : segments) {
            if (segment.seen().isPresent()) {
                double length = segment.length().toMillis() / 1_000.0;
                sum += length * segment.ageing();
                seconds += length;
            }
        }
        return seconds == 0 ? Optional.empty() : Optional.of(MeanKineticTemperature.AS_USP.celsius(sum / seconds));
    }

    private static Interval within(Band band, Span seen, Interval time) {
        if (seen.isSurely(band::contains)) {
            return time;
        }
        return band.isTouchedBy(seen) ? new Interval(Duration.ZERO, time.most()) : Interval.NONE;
    }
}

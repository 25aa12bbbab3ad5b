package org.gardefroid.cli.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.evaluation.Found;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series.Point;

/** The same asked of a file in another way: interval by interval, with all of the file at hand. Above 8 °C, days of UTC. */
final class PlainCount {

    private PlainCount() {}

    private static boolean isOut(Point point) {
        return point.temperature().milliCelsius() > 8_000;
    }

    static List<Found> runs(List<Point> points, RuleName name, int minutes, Duration greatestGap) {
        List<Found> found = new ArrayList<>();
        for (int first = 0; first < points.size(); first++) {
            boolean begins = isOut(points.get(first))
                    && (first == 0 || !isOut(points.get(first - 1)) || isGap(points, first - 1, greatestGap));
            if (!begins) {
                continue;
            }
            int last = first;
            while (last + 1 < points.size() && isOut(points.get(last + 1)) && !isGap(points, last, greatestGap)) {
                last++;
            }
            Instant since = points.get(first).at();
            Optional<Instant> confirmed = points.subList(first, last + 1).stream().map(Point::at)
                    .filter(at -> !at.isBefore(since.plus(minutes, ChronoUnit.MINUTES))).findFirst();
            if (confirmed.isPresent()) {
                Optional<Instant> ended = last + 1 == points.size()
                        ? Optional.empty()
                        : Optional.of(points.get(isGap(points, last, greatestGap) ? last : last + 1).at());
                found.add(new Found(name, since, confirmed.get(), ended,
                        Duration.between(since, ended.orElse(points.get(last).at())),
                        worst(points.subList(first, last + 1))));
            }
        }
        return found;
    }

    /** A stretch of one reading out, within one day. */
    private record Piece(Instant from, Instant to, Temperature temperature, boolean isOwn) {}

    static List<Found> sums(List<Point> points, RuleName name, int minutes, Duration greatestGap, boolean perDay) {
        Map<Instant, List<Piece>> days = new LinkedHashMap<>();
        for (int i = 0; i < points.size(); i++) {
            if (isOut(points.get(i))) {
                Instant from = points.get(i).at();
                boolean isLast = i + 1 == points.size() || isGap(points, i, greatestGap);
                Instant to = isLast ? from : points.get(i + 1).at();
                boolean isOwn = true;
                Instant midnight = midnightAfter(from);
                while (perDay && to.isAfter(midnight)) {
                    add(days, new Piece(from, midnight, points.get(i).temperature(), isOwn), perDay);
                    from = midnight;
                    midnight = midnightAfter(from);
                    isOwn = false;
                }
                add(days, new Piece(from, to, points.get(i).temperature(), isOwn), perDay);
            }
        }
        List<Found> found = new ArrayList<>();
        days.forEach((day, pieces) -> sum(points, pieces, name, minutes, perDay).ifPresent(found::add));
        return found;
    }

    private static void add(Map<Instant, List<Piece>> days, Piece piece, boolean perDay) {
        Instant day = perDay ? piece.from().truncatedTo(ChronoUnit.DAYS) : Instant.EPOCH;
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(piece);
    }

    private static Optional<Found> sum(
            List<Point> points, List<Piece> pieces, RuleName name, int minutes, boolean perDay) {
        Duration limit = Duration.ofMinutes(minutes);
        Instant since = since(pieces, limit);
        Duration total = Duration.ZERO;
        for (Piece piece : pieces) {
            total = total.plus(Duration.between(piece.from(), piece.to()));
        }
        if (total.compareTo(limit) < 0) {
            return Optional.empty();
        }
        Instant last = pieces.getLast().to();
        boolean runsOn = isOut(points.getLast()) && last.equals(points.getLast().at())
                && (!perDay || pieces.getLast().from().equals(last));
        return Optional.of(new Found(name, since, confirmed(points, pieces, limit, perDay),
                runsOn ? Optional.empty() : Optional.of(last), total,
                worst(pieces.stream().filter(piece -> piece.isOwn() || !piece.from().isBefore(since))
                        .map(piece -> new Point(piece.from(), piece.temperature())).toList())));
    }

    /** The first reading out of the day; midnight, where what held over it was over, and enough, before that. */
    private static Instant since(List<Piece> pieces, Duration limit) {
        Piece first = pieces.getFirst();
        Optional<Instant> own = pieces.stream().filter(Piece::isOwn).map(Piece::from).findFirst();
        boolean isOverBefore = own.isPresent() && first.to().isBefore(own.get());
        boolean isEnough = Duration.between(first.from(), first.to()).compareTo(limit) >= 0;
        return own.isEmpty() || isOverBefore && isEnough ? first.from() : own.get();
    }

    private static Instant confirmed(List<Point> points, List<Piece> pieces, Duration limit, boolean perDay) {
        Instant over = perDay ? midnightAfter(pieces.getFirst().from()) : Instant.MAX;
        for (Point point : points) {
            if (point.at().isBefore(pieces.getFirst().from())) {
                continue;
            }
            Duration sum = Duration.ZERO;
            for (Piece piece : pieces) {
                Instant to = piece.to().isBefore(point.at()) ? piece.to() : point.at();
                sum = to.isAfter(piece.from()) ? sum.plus(Duration.between(piece.from(), to)) : sum;
            }
            if (sum.compareTo(limit) >= 0) {
                return point.at().isBefore(over) ? point.at() : over;
            }
        }
        throw new AssertionError("the sum was reached");
    }

    private static Instant midnightAfter(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private static boolean isGap(List<Point> points, int i, Duration greatestGap) {
        return Duration.between(points.get(i).at(), points.get(i + 1).at()).compareTo(greatestGap) > 0;
    }

    private static Temperature worst(List<Point> points) {
        return points.stream().map(Point::temperature).max(Temperature::compareTo).orElseThrow();
    }
}

package org.gardefroid.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A set of batch numbers, kept as the ranges it is made of: sorted, disjoint and never touching, so that equal sets are
 * equal values. A journal that arrives in order is one range, however long.
 */
public record NumberSet(List<NumberRange> ranges) {

    public static final NumberSet EMPTY = new NumberSet(List.of());

    /** Takes ranges in any order; overlapping and touching ones become one. */
    public NumberSet {
        ranges = isNormal(ranges) ? List.copyOf(ranges) : normalised(ranges);
    }

    public static NumberSet of(long... numbers) {
        return new NumberSet(LongStream.of(numbers).mapToObj(number -> new NumberRange(number, number)).toList());
    }

    public static NumberSet range(long first, long last) {
        return new NumberSet(List.of(new NumberRange(first, last)));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many numbers are in it. */
    public long size() {
        return ranges.stream().mapToLong(NumberRange::size).sum();
    }

    public boolean contains(long number) {
        int at = indexOfRangeUpTo(number);
        return at >= 0 && ranges.get(at).contains(number);
    }

    /** The greatest number w such that all of 1 to w are in the set, or 0. */
    public long watermark() {
        return ranges.isEmpty() || ranges.getFirst().first() != 1 ? 0 : ranges.getFirst().last();
    }

    /** The greatest number in the set, or 0. */
    public long greatest() {
        return ranges.isEmpty() ? 0 : ranges.getLast().last();
    }

    public NumberSet with(long number) {
        if (!ranges.isEmpty() && ranges.getLast().last() == number - 1) { // by far the most frequent: the next one
            List<NumberRange> grown = new ArrayList<>(ranges);
            grown.set(grown.size() - 1, new NumberRange(ranges.getLast().first(), number));
            return new NumberSet(grown);
        }
        return contains(number) ? this : union(of(number));
    }

    public NumberSet union(NumberSet other) {
        if (other.isEmpty()) {
            return this;
        }
        List<NumberRange> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        return new NumberSet(all);
    }

    /** What is in this set and not in the other. */
    public NumberSet minus(NumberSet other) {
        List<NumberRange> left = new ArrayList<>();
        for (NumberRange range : ranges) {
            long from = range.first();
            boolean exhausted = false;
            for (NumberRange taken : other.ranges) {
                if (taken.last() < from || taken.first() > range.last()) {
                    continue;
                }
                if (taken.first() > from) {
                    left.add(new NumberRange(from, taken.first() - 1));
                }
                exhausted = taken.last() >= range.last();
                if (exhausted) { // there may be no number after the last
                    break;
                }
                from = taken.last() + 1;
            }
            if (!exhausted) {
                left.add(new NumberRange(from, range.last()));
            }
        }
        return new NumberSet(left);
    }

    /** What is in both. */
    public NumberSet intersect(NumberSet other) {
        return minus(minus(other));
    }

    private int indexOfRangeUpTo(long number) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).first() <= number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static boolean isNormal(List<NumberRange> ranges) {
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i).first() - 1 <= ranges.get(i - 1).last()) {
                return false;
            }
        }
        return true;
    }

    private static List<NumberRange> normalised(List<NumberRange> ranges) {
        List<NumberRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(NumberRange::first));
        List<NumberRange> merged = new ArrayList<>();
        for (NumberRange range : sorted) {
            if (!merged.isEmpty() && range.first() - 1 <= merged.getLast().last()) {
                NumberRange last = merged.removeLast();
                merged.add(new NumberRange(last.first(), Math.max(last.last(), range.last())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}

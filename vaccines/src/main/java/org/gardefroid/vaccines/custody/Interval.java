package org.gardefroid.vaccines.custody;

import java.time.Duration;
import org.gardefroid.telemetry.RefusedValue;

/** A time that is not known exactly: at least {@code least}, at most {@code most}. */
public record Interval(Duration least, Duration most) {

    public static final Interval NONE = new Interval(Duration.ZERO, Duration.ZERO);

    public Interval {
        if (least.isNegative() || least.compareTo(most) > 0) {
            throw new RefusedValue("un intervalle va de 0 ou plus vers le haut : de " + least + " à " + most,
                    "an interval goes from 0 or more upwards: " + least + " to " + most);
        }
    }

    public static Interval exactly(Duration time) {
        return new Interval(time, time);
    }

    Interval plus(Interval other) {
        return new Interval(least.plus(other.least), most.plus(other.most));
    }

    /** What is left of {@code whole}; never less than nothing. */
    Interval leftOf(Duration whole) {
        return new Interval(atLeastNothing(whole.minus(most)), atLeastNothing(whole.minus(least)));
    }

    private static Duration atLeastNothing(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}

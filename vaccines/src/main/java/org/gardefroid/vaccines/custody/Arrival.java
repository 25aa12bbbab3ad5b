package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a lot brings with it.
 *
 * @param thawedAt when it was thawed, if that was before
 */
public record Arrival(Optional<Integer> doses, Optional<Instant> thawedAt, Opening opening) {

    public static final Arrival UNSAID = new Arrival(Optional.empty(), Optional.empty(), new Opening.Unsaid());

    /** @param openingExposure empty if nobody said */
    public Arrival(
            Optional<Integer> doses, Optional<Instant> thawedAt, Optional<List<Spent>> openingExposure) {
        this(doses, thawedAt, openingExposure.<Opening>map(Opening.Told::new).orElseGet(Opening.Unsaid::new));
    }

    /** What it has been through, if somebody said so. */
    public Optional<List<Spent>> openingExposure() {
        return opening instanceof Opening.Told(List<Spent> spent) ? Optional.of(spent) : Optional.empty();
    }

    /** What it has been through before it came. */
    public sealed interface Opening {

        /** Somebody said so; an empty list is that it left its store at no time. */
        record Told(List<Spent> spent) implements Opening {
            public Told {
                spent = spent.stream().filter(each -> each.time().most().isPositive()).toList();
            }
        }

        /** Nobody said: <i>budget antérieur inconnu</i>, unless somebody said it of what it comes from. */
        record Unsaid() implements Opening {}

        /** Somebody said that nobody knows. */
        record Unknown() implements Opening {}
    }

    /** Minutes at temperatures within {@code seen}, before the record begins. */
    public record Spent(Span seen, Interval time) {

        Spent perhaps() {
            return new Spent(seen, new Interval(Duration.ZERO, time.most()));
        }

        /** As it is told in a judgement's figures. */
        @Override
        public String toString() {
            return time.most() + " " + Figures.celsius(seen.coldest()) + ".." + Figures.celsius(seen.warmest());
        }
    }
}

package org.gardefroid.ingest.console.view;

import java.util.List;

/**
 * The last day of a card, in hours: a small drawing, 100 wide and 28 high, that says "steady" or "not", and no figures.
 *
 * @param paths a path for each stretch without a hole
 * @param bandTop where the range begins, from above
 */
public record Sparkline(List<String> paths, double bandTop, double bandHeight) {

    public static final Sparkline NONE = new Sparkline(List.of(), 0, 0);

    public boolean isEmpty() {
        return paths.isEmpty();
    }
}

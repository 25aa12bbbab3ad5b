package org.gardefroid.telemetry;

/**
 * The journal that an agent had open before this one, as far as its card still knows.
 *
 * @param lastNumber the last number sealed in it, or 0 if none was
 */
public record Predecessor(JournalId journal, long lastNumber) {

    public Predecessor {
        if (lastNumber < 0) {
            throw new IllegalArgumentException("a last number must be 0 or more: " + lastNumber);
        }
    }
}

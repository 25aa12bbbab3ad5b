package org.gardefroid.hardware.port;

/** A pin that is read. */
public interface DigitalInput {

    boolean isHigh();

    /** Tells of each change from now on, bouncing included, from a thread of its own. */
    void listen(Listener listener);

    /** Hears of the changes of a pin. */
    interface Listener {

        /** @param nanoTime of {@link System#nanoTime} */
        void changed(boolean isHigh, long nanoTime);
    }
}

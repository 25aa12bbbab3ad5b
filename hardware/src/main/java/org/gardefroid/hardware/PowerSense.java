package org.gardefroid.hardware;

/** Whether the mains are there. */
public interface PowerSense {

    boolean isOnMains();
}

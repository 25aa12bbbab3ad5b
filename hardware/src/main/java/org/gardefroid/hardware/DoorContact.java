package org.gardefroid.hardware;

/** A contact at a door or lid. */
public interface DoorContact {

    /** Whether the door is open, with bouncing already taken out. */
    boolean isOpen();
}

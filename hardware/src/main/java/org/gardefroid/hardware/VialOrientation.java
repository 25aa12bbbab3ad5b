package org.gardefroid.hardware;

/** Whether the vials stand upright. */
public interface VialOrientation {

    boolean isUpright();

    /** Whether they were struck since this was last asked, as far as {@link #isUpright} was asked meanwhile. */
    default boolean wasStruck() {
        return false;
    }
}

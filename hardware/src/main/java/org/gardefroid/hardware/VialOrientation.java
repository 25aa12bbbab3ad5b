package org.gardefroid.hardware;

/** Whether the vials stand upright. */
public interface VialOrientation {

    boolean isUpright();
}

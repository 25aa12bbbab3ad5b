package org.gardefroid.hardware.port;

/** A pin that is driven. */
public interface DigitalOutput {

    void set(boolean high);
}

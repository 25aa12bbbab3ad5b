package org.gardefroid.alerting;

/** Whether somebody is to be told now. */
public enum Telling {
    WAKE,
    /** What is late and over is listed, and wakes nobody. */
    LIST
}

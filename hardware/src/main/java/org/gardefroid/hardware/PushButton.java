package org.gardefroid.hardware;

/** A button that can be pressed with gloves on. */
public interface PushButton {

    /** How often it was pressed since this was last called; a press is never lost between two calls. */
    int pressesSinceLastAsked();
}

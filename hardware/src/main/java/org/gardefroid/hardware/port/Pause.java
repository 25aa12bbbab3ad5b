package org.gardefroid.hardware.port;

/** How a driver gives a chip the time that its datasheet asks for; never longer than 100 ms. */
public interface Pause {

    Pause REAL = millis -> {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    void millis(int millis);
}

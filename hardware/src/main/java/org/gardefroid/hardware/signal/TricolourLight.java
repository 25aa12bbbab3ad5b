package org.gardefroid.hardware.signal;

import org.gardefroid.hardware.port.DigitalOutput;

/** Red and green in one lens, common cathode; amber is both. Dark means that nobody watches. */
public record TricolourLight(DigitalOutput red, DigitalOutput green) {

    /** What it can show. */
    public enum Colour {
        DARK, GREEN, AMBER, RED
    }

    public void show(Colour colour) {
        red.set(colour == Colour.RED || colour == Colour.AMBER);
        green.set(colour == Colour.GREEN || colour == Colour.AMBER);
    }
}

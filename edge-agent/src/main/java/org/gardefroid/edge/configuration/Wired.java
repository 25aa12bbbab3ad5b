package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.gardefroid.hardware.ina219.Ina219;
import org.gardefroid.hardware.lis3dh.Lis3dh;

/** What is behind a door, a button, a sense or a scanner. */
public sealed interface Wired {

    /** Opens and closes. */
    sealed interface Contact extends Wired {}

    /** Says of the mains. */
    sealed interface Power extends Wired {}

    /** Says what is upright. */
    sealed interface Orientation extends Wired {}

    /** Tells of vials. */
    sealed interface Vials extends Wired {}

    /** @param equipment that is simulated */
    record Simulated(String equipment) implements Contact, Power, Orientation, Vials {}

    /** @param bcm 2 to 27 */
    record Pin(int bcm) implements Contact {}

    /** @param address on I²C bus 1 */
    record Chip(int address) implements Orientation {}

    /**
     * @param address on I²C bus 1
     * @param milliAmpereHours of the battery when it is full; empty where nothing is said
     */
    record Battery(int address, OptionalInt milliAmpereHours) implements Power {}

    /** @param device of Linux's input, such as {@code /dev/input/by-id/usb-…-event-kbd} */
    record Scanner(Path device) implements Vials {}

    static Contact door(String text) {
        return contact(text.split(" +"), "reed", "a door's driver is: simulated <equipment>, or: reed <BCM>");
    }

    static Contact button(String driver, String where) {
        return contact(new String[]{driver, where}, "gpio",
                "a button's driver is: simulated <equipment>, or: gpio <BCM>");
    }

    private static Contact contact(String[] word, String driver, String allowed) {
        if (word.length == 2 && word[0].equals("simulated")) {
            return new Simulated(word[1]);
        }
        if (word.length == 2 && word[0].equals(driver)) {
            return new Pin(Numbers.bcm(word[1]));
        }
        throw new IllegalArgumentException(allowed);
    }

    static Power power(String text) {
        String[] word = text.split(" +");
        String allowed = "it is written: simulated <equipment>, or: ina219 <address> [<battery's mAh>]";
        if (word.length == 2 && word[0].equals("simulated")) {
            return new Simulated(word[1]);
        }
        if (word.length < 2 || word.length > 3 || !word[0].equals("ina219")) {
            throw new IllegalArgumentException(allowed);
        }
        return new Battery(Numbers.address("ina219", word[1], Ina219.ADDRESS, Ina219.ADDRESS + 15),
                word.length == 2
                        ? OptionalInt.empty()
                        : OptionalInt.of(Numbers.among(word[2], "a battery's capacity in mAh", 100, 99_999)));
    }

    static Orientation orientation(String text) {
        String[] word = text.split(" +");
        if (word.length == 2 && word[0].equals("simulated")) {
            return new Simulated(word[1]);
        }
        if (word.length == 2 && word[0].equals("lis3dh")) {
            return new Chip(Numbers.address("lis3dh", word[1], Lis3dh.ADDRESS - 1, Lis3dh.ADDRESS));
        }
        throw new IllegalArgumentException("it is written: simulated <equipment>, or: lis3dh <address>");
    }

    static Vials vials(String text) {
        String[] word = text.split(" +", 2);
        if (word.length == 2 && word[0].equals("simulated")) {
            return new Simulated(word[1]);
        }
        if (word.length == 2 && word[0].equals("scanner") && word[1].startsWith("/")) {
            return new Scanner(Path.of(word[1]));
        }
        throw new IllegalArgumentException("it is written: simulated <equipment>, or: scanner /dev/input/by-id/…");
    }

    /** Numbers as a technician reads them in the pin table. */
    final class Numbers {

        /** The header's pins; 0 and 1 are the identity chip's of a board on top. */
        private static final int LOWEST_BCM = 2;
        private static final int HIGHEST_BCM = 27;

        private Numbers() {}

        static int bcm(String text) {
            return among(text, "BCM", LOWEST_BCM, HIGHEST_BCM);
        }

        static int among(String text, String what, int lowest, int highest) {
            int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
            if (number < lowest || number > highest) {
                throw new IllegalArgumentException(what + " is " + lowest + " to " + highest + ": " + text);
            }
            return number;
        }

        static int address(String chip, String text, int lowest, int highest) {
            int address = text.matches("0x[0-9a-fA-F]{2}") ? Integer.parseInt(text.substring(2), 16) : -1;
            if (address < lowest || address > highest) {
                throw new IllegalArgumentException(String.format(Locale.ROOT,
                        "the address of a %s is 0x%02x to 0x%02x: %s", chip, lowest, highest, text));
            }
            return address;
        }
    }
}

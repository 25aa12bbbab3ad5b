package org.gardefroid.edge.configuration;

import java.util.regex.Pattern;
import org.gardefroid.edge.configuration.Wired.Numbers;
import org.gardefroid.telemetry.ProbePurpose;

/** What is behind a probe. */
public sealed interface ProbeDriver {

    /** What it is hung for where no brief says otherwise. */
    ProbePurpose purpose();

    /** @param equipment that is simulated */
    record Simulated(String equipment, ProbePurpose purpose) implements ProbeDriver {}

    /** @param device as {@code gardefroid probes} names it */
    record Ds18b20(String device, ProbePurpose purpose) implements ProbeDriver {}

    /** @param address 0x44 to 0x46 by the part's suffix */
    record Sht4x(int address, ProbePurpose purpose) implements ProbeDriver {}

    /** @param address 0x48 to 0x4b by its pin ADD0 */
    record Tmp117(int address, ProbePurpose purpose) implements ProbeDriver {}

    /**
     * A Pt100.
     *
     * @param chipSelect 0 or 1
     * @param wires 2 to 4; 4 where nothing is said
     * @param referenceOhms of the resistor on the board, 430 where nothing is said
     */
    record Max31865(int chipSelect, ProbePurpose purpose, int wires, int referenceOhms) implements ProbeDriver {}

    /** The file that is replayed. */
    record Replayed() implements ProbeDriver {
        @Override
        public ProbePurpose purpose() {
            return ProbePurpose.PRODUCT;
        }
    }

    /** How it is written. */
    final class Syntax {

        private static final String DRIVERS = "a probe's driver is: ds18b20 <device> product|air|ambient,"
                + " or: sht4x <address> product|air|ambient, or: tmp117 <address> product|air|ambient,"
                + " or: max31865 <chip select> product|air|ambient [wires 2|3|4] [reference <ohms>],"
                + " or: simulated <equipment> product|air|ambient, or: replay";
        private static final Pattern THERMOMETER = Pattern.compile("(28|22|3b|42)-[0-9a-f]{1,16}");

        private Syntax() {}

        static ProbeDriver read(String text) {
            String[] word = text.split(" +");
            if (text.equals("replay")) {
                return new Replayed();
            }
            if (word.length < 3 || word.length > 3 && !word[0].equals("max31865")) {
                throw new IllegalArgumentException(DRIVERS);
            }
            return switch (word[0]) {
                case "simulated" -> new Simulated(word[1], purpose(word[2]));
                case "ds18b20" -> new Ds18b20(thermometer(word[1]), purpose(word[2]));
                case "sht4x" -> new Sht4x(Numbers.address("sht4x", word[1], 0x44, 0x46), purpose(word[2]));
                case "tmp117" -> new Tmp117(Numbers.address("tmp117", word[1], 0x48, 0x4b), purpose(word[2]));
                case "max31865" -> new Max31865(Numbers.among(word[1], "a chip select", 0, 1), purpose(word[2]),
                        Numbers.among(option(word, "wires", "4"), "the number of wires", 2, 4),
                        Numbers.among(option(word, "reference", "430"), "the reference in ohms", 100, 4_300));
                default -> throw new IllegalArgumentException(DRIVERS);
            };
        }

        private static String option(String[] word, String name, String usual) {
            String found = usual;
            for (int i = 3; i < word.length; i += 2) {
                if (i + 1 == word.length || !word[i].equals("wires") && !word[i].equals("reference")) {
                    throw new IllegalArgumentException(DRIVERS);
                }
                found = word[i].equals(name) ? word[i + 1] : found;
            }
            return found;
        }

        private static String thermometer(String device) {
            if (!THERMOMETER.matcher(device).matches()) {
                throw new IllegalArgumentException("a DS18B20 is named as `gardefroid probes` does, 28-…: " + device);
            }
            return device;
        }

        private static ProbePurpose purpose(String word) {
            return ProbePurpose.find(word).orElseThrow(() -> new IllegalArgumentException(DRIVERS));
        }
    }
}

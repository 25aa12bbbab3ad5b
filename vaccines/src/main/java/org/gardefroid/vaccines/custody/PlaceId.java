package org.gardefroid.vaccines.custody;

import org.gardefroid.telemetry.RefusedValue;

/** An equipment, a probe or a room, as it is called where temperatures are recorded. */
public record PlaceId(String name) implements Comparable<PlaceId> {

    private static final int LONGEST = 63;

    public PlaceId {
        check("a place's name", name);
    }

    static void check(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST || !name.strip().equals(name)
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedValue(
                    "un nom a de 1 à " + LONGEST + " caractères, sans blanc au début ni à la fin : « "
                            + name.replaceAll("\\p{Cntrl}", "?") + " »",
                    what + " must be 1 to " + LONGEST
                            + " characters without a blank at its ends: \"" + name.replaceAll("\\p{Cntrl}", "?") + '"');
        }
    }

    @Override
    public int compareTo(PlaceId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}

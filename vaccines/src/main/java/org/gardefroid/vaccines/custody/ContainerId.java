package org.gardefroid.vaccines.custody;

import java.util.Comparator;
import java.util.Locale;

/** A lot (the part of it that travels together), a vial or a syringe, by the name on its label. */
public record ContainerId(Kind kind, String name) implements Comparable<ContainerId> {

    private static final Comparator<ContainerId> ORDER = Comparator.comparing(ContainerId::kind)
            .thenComparing(ContainerId::name);

    public enum Kind {
        LOT, VIAL, SYRINGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ContainerId {
        PlaceId.check("a " + kind.code() + "'s name", name);
    }

    @Override
    public int compareTo(ContainerId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.code() + " " + name;
    }
}

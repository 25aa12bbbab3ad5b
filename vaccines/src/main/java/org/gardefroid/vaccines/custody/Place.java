package org.gardefroid.vaccines.custody;

import java.util.Optional;

/** Where a container is. */
public sealed interface Place {

    /** In an equipment, whose product probes say how warm it is. */
    record Inside(PlaceId equipment) implements Place {}

    /**
     * Out of it, at hand: what the equipment's product probes say is no longer so.
     *
     * @param beside the equipment it was taken out of; its ambient probe counts, if it has one
     * @param ambient the probe or room whose temperature counts, where somebody named it
     */
    record OnTheTable(Optional<PlaceId> beside, Optional<PlaceId> ambient) implements Place {}

    /** Out of every equipment that is known: nobody measures there. */
    record Elsewhere() implements Place {}

    /** The equipment that it is in, or was taken out of. */
    default Optional<PlaceId> near() {
        return switch (this) {
            case Inside(PlaceId equipment) -> Optional.of(equipment);
            case OnTheTable(var beside, var ambient) -> beside;
            case Elsewhere nowhere -> Optional.empty();
        };
    }
}

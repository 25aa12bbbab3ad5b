package org.gardefroid.edge.page;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.edge.uplink.Way;

/**
 * How the box stands with the service.
 *
 * @param way to the broker that is in use; empty while none is
 * @param certificateEnds when the box will not be let in any more, where its certificate is not renewed though it is time
 */
public record Link(Optional<Way> way, Optional<Instant> certificateEnds) {

    public static final Link NONE = new Link(Optional.empty(), Optional.empty());
}

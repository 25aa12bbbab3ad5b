package org.gardefroid.edge.box;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.DoseClock;
import org.gardefroid.vaccines.ProfileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dose clocks of the products that the brief has profiles of. */
final class ProfilesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(ProfilesInForce.class);

    private final Map<ProductId, DoseClock> clocks = new HashMap<>();

    ProfilesInForce(List<Brief.Profile> profiles) {
        for (Brief.Profile profile : profiles) {
            try {
                clocks.put(profile.product(), new DoseClock(ProfileReader.read(profile.document())));
            } catch (JsonProblem e) { // then its vials are set apart, as those of a product that nothing is known of
                LOG.warn("profile unreadable product={} reason=\"{}\"", profile.product(), e.getMessage());
            }
        }
    }

    Optional<DoseClock> clock(ProductId product) {
        return Optional.ofNullable(clocks.get(product));
    }
}

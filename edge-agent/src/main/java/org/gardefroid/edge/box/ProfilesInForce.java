package org.gardefroid.edge.box;

import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles of a brief, as far as they can be read. */
public final class ProfilesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(ProfilesInForce.class);

    private ProfilesInForce() {}

    public static List<ProductProfile> of(Brief brief) {
        List<ProductProfile> profiles = new ArrayList<>();
        for (Brief.Profile profile : brief.profiles()) {
            try {
                profiles.add(ProfileReader.read(profile.document()));
            } catch (JsonProblem e) { // then its vials are set apart, as those of a product that nothing is known of
                LOG.warn("profile unreadable product={} reason=\"{}\"", profile.product(), e.getMessage());
            }
        }
        return List.copyOf(profiles);
    }
}

package org.gardefroid.ingest.custody;

import java.util.ArrayList;
import java.util.List;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The products' profiles, each in its latest revision. */
final class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private static final String LATEST = """
            SELECT DISTINCT ON (product) product, revision, document::text AS document FROM product_profile
            ORDER BY product, revision DESC""";

    private Profiles() {}

    static List<ProductProfile> read(Sql sql) {
        List<ProductProfile> profiles = new ArrayList<>();
        sql.each(LATEST, row -> {
            try {
                profiles.add(ProfileReader.read(row.text("document")));
            } catch (JsonProblem e) {
                // Without a profile its goods are set apart: that is what has to follow from one that means nothing.
                LOG.warn("profile unreadable product={} revision={} because={}", row.text("product"),
                        row.number("revision"), e.getMessage());
            }
        });
        return List.copyOf(profiles);
    }
}

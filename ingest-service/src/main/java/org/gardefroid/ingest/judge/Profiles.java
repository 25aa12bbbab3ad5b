package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.DoseClock;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The products' profiles, each in its latest revision. */
final class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private static final String LATEST = """
            SELECT DISTINCT ON (product) product, revision, document FROM product_profile ORDER BY product, revision DESC""";

    private final Map<ProductId, DoseClock> clocks;

    Profiles(Map<ProductId, DoseClock> clocks) {
        this.clocks = Map.copyOf(clocks);
    }

    static Profiles read(Connection connection) throws SQLException {
        Map<ProductId, DoseClock> clocks = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(LATEST); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String product = row.getString("product");
                try {
                    clocks.put(new ProductId(product), new DoseClock(ProfileReader.read(row.getString("document"))));
                } catch (JsonProblem e) {
                    // Without a figure its vials are set apart: that is what has to follow from a profile that means nothing.
                    LOG.warn("profile unreadable product={} revision={} because={}", product, row.getInt("revision"),
                            e.getMessage());
                }
            }
        }
        return new Profiles(clocks);
    }

    boolean knows(ProductId product) {
        return clocks.containsKey(product);
    }

    /** Of a product without a profile, one that has no figure at all. */
    DoseClock clock(ProductId product) {
        DoseClock clock = clocks.get(product);
        return clock != null ? clock : new DoseClock(ProductProfile.withoutFigures(product));
    }
}

package org.gardefroid.ingest.registry;

import java.sql.SQLException;
import java.util.List;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class BriefsTest {

    private static final DeviceId AGENT = new DeviceId("agent-1");

    private final TestDatabase database = TestDatabase.create();
    private final Briefs briefs = new Briefs(database.transactions());

    @BeforeEach
    void furnish() {
        Ward ward = new Ward(database);
        assertThat(ward).as("one box, with a product probe and a lid").isNotNull();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theBriefHasTheLatestProfileOfEachProductForTheBoxToGoBy() throws SQLException {
        database.run("""
                INSERT INTO product_profile (product, revision, document, source)
                SELECT product, 2, jsonb_set(document, '{revision}', '2'), source FROM product_profile""");

        assertThat(brief().profiles()).hasSize(1).first()
                .extracting(profile -> ProfileReader.read(profile.document())).extracting(ProductProfile::revision)
                .isEqualTo(2);
    }

    @Test
    void profilesThatHaveNoRoomInItLeaveTheRestOfItToTheBox() throws SQLException {
        database.run("""
                INSERT INTO product_profile (product, revision, document, source)
                SELECT 'product-' || n, 1, document, source FROM product_profile, generate_series(1, 100) AS n""");

        assertThat(brief().profiles()).isEmpty();
        assertThat(brief().equipments()).hasSize(1);
    }

    private Brief brief() throws SQLException {
        Briefs.Addressed addressed = briefs.of(List.of(0)).stream().filter(each -> each.device().equals(AGENT))
                .findFirst().orElseThrow();
        return BriefCodec.decode(briefs.keep(addressed)).orThrow();
    }
}

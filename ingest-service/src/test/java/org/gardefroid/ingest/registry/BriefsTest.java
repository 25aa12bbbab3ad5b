package org.gardefroid.ingest.registry;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Temperature;
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

    @Test
    void theBriefSaysSinceWhenAProbeHangs() throws SQLException {
        database.run("UPDATE probe_placement SET during = tstzrange('2026-03-01 08:00Z', NULL)");

        assertThat(brief().equipments().getFirst().probes().getFirst().since())
                .contains(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    void theBriefHasEachNumberOfTheRulesAsTheServiceItselfGoesByThem() throws SQLException {
        EquipmentSettings usual = Preset.COOL_BOX_2_8.in(ZoneId.of("Europe/Paris"))
                .settings(new EquipmentId("box-1"), List.of());
        assertThat(rules()).isEqualTo(usual.rules());
        assertThat(brief().equipments().getFirst().longestGap()).contains(usual.longestGap());

        Rule own = new ExcursionRule(new RuleName("own.high"), Severity.CRITICAL,
                new Bound.Above(Temperature.ofCelsius(6)), Duration.ofMinutes(2), 0);
        Rule mission = new CumulativeRule(new RuleName("own.mission"), Severity.CRITICAL,
                new Bound.Above(Temperature.ofCelsius(8)), Duration.ofHours(1), new CumulativeSpan.Mission());
        enter(EquipmentSettingsCodec.encode(new EquipmentSettings(new EquipmentId("box-1"), List.of(),
                Duration.ofMinutes(12), List.of(own, mission))));
        assertThat(rules()).as("between missions nothing is added up for one").containsExactly(own);
        assertThat(brief().equipments().getFirst().longestGap()).contains(Duration.ofMinutes(12));

        database.run("INSERT INTO lot (site, product, number, expires_on) VALUES (1, 'imvanex', 'A', '2099-06-30')");
        database.run(
                "INSERT INTO lot_placement (lot, equipment, doses, during) VALUES (1, 1, 2, tstzrange(now(), NULL))");
        assertThat(rules()).containsExactly(own, mission);

        enter("{\"version\": 9}");
        assertThat(rules()).as("what cannot be read is not in force").isEqualTo(usual.rules());
    }

    private List<Rule> rules() throws SQLException {
        return EquipmentSettingsCodec.decodeRules(brief().equipments().getFirst().rules().orElseThrow());
    }

    private void enter(String settings) {
        database.run("UPDATE equipment_setting SET settings = ?::jsonb || '{\"lowestMilliCelsius\": 2000,"
                + " \"highestMilliCelsius\": 8000}'", settings);
    }

    @Test
    void theBriefNamesTheLabelledVialsOfItsLotsAndWhatOtherBoxesToldOfThem() throws SQLException {
        database.run(
                "INSERT INTO lot (site, product, number, expires_on) VALUES (1, 'imvanex', 'A21CB', '2099-06-30')");
        database.run("""
                INSERT INTO vial (name, product, lot, labelled_at) VALUES ('v-here', 'imvanex', 1, now()),
                ('v-there', 'imvanex', 1, now() - interval '1 hour'), ('v-loose', 'imvanex', 1, NULL)""");
        assertThat(brief().vials()).as("of a lot that is not in it").isEmpty();

        database.run(
                "INSERT INTO lot_placement (lot, equipment, doses, during) VALUES (1, 1, 20, tstzrange(now(), NULL))");
        database.run("INSERT INTO device (site, name, shard) VALUES (1, 'agent-2', 0)");
        database.run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                VALUES (1, 'box-2', 'Glacière EMV 2', 'Cool box EMV 2', 'cool-box')""");
        database.run("INSERT INTO probe (device, name, purpose) VALUES (2, 'box-2-product', 'product')");
        database.run(
                "INSERT INTO probe_placement (probe, equipment, during) VALUES (2, 2, tstzrange('2025-01-01', NULL))");
        for (int device : List.of(1, 2)) {
            database.run(
                    """
                            INSERT INTO event (happened_at, source, device, position, kind, subject, document) VALUES
                            (date_trunc('second', now()), ?, ?, 0, 'vial-handled', 'v-there', '{"product": "imvanex", "step": "punctured"}')""",
                    device, device);
        }

        assertThat(brief().vials()).extracting(vial -> vial.vial().value(), vial -> vial.lot().value(),
                vial -> vial.elsewhere().stream().map(each -> each.step() + " " + each.equipment()).toList())
                .containsExactly(Tuple.tuple("v-here", "A21CB", List.of()),
                        Tuple.tuple("v-there", "A21CB", List.of("PUNCTURED box-2")));
    }

    private Brief brief() throws SQLException {
        Briefs.Addressed addressed = briefs.of(List.of(0)).stream().filter(each -> each.device().equals(AGENT))
                .findFirst().orElseThrow();
        return BriefCodec.decode(briefs.keep(addressed)).orThrow();
    }
}

package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.gardefroid.edge.box.LocalWarning;
import org.gardefroid.edge.box.PlacedLot;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
import org.gardefroid.telemetry.wire.BriefCodec;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.JudgementJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.custody.Desk.at;

/**
 * The box judges what is on its card by its brief, the service what is in its database: of the same records and brief they say the same.
 * The box's side are its real judging and the bytes of its batches; the service's are its loop, its readers and a real database.
 *
 * <p>{@code -Dmissions=1000} runs more of them than there is time for each time, {@code -Dmission=SEED} replays one.
 */
class BoxAndServiceTest {

    private static final long MISSIONS = Long.getLong("missions", 100);

    private static final String THAWVAX = """
            {"format": 1, "product": "PRODUCT", "revision": 1, "revised": "2026-03-01", "source": "made up", SIGNED
             "name": {"fr": "Thawvax", "en": "Thawvax"}, "gtins": [], "dosesPerVial": 5,
             "storage": {"frozen": [{"lowest": -25, "highest": -15}], "refrigerated": {"lowest": 2, "highest": 8},
                "freezesAt": -0.5},
             "budgets": [{"name": "unopened", "band": {"lowest": 8, "highest": 25}, "lasts": "PT45M", "while": "unopened"},
                {"name": "total", "band": {"lowest": 8, "highest": 25}, "lasts": "PT90M", "while": "always"}],
             "unobserved": "PT40M", "tolerance": "PT10M",
             "inUse": [{"after": "thawed", "lasts": "PT3H", "band": {"lowest": 2, "highest": 8}},
                {"after": "punctured", "lasts": "PT2H", "band": {"lowest": 2, "highest": 25}, "tolerance": "PT5M"},
                {"after": "diluted", "lasts": "PT90M", "band": {"lowest": 2, "highest": 25}},
                {"after": "drawn-up", "countsFrom": "diluted"}],
             "precautions": ["freeze-sensitive", "do-not-refreeze"], "contact": "the maker"}""";

    private final Desk desk = new Desk();
    private final Map<String, Integer> said = new TreeMap<>();
    private int compared;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void ofTheSameRecordsAndBriefBoxAndServiceSayTheSame() throws SQLException {
        desk.database.run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                VALUES (1, 'fridge-1', 'Frigo', 'Fridge', 'refrigerator')""");
        desk.database.run("INSERT INTO device (site, name, shard) VALUES (1, 'agent-2', 1)");
        desk.database.run("INSERT INTO probe (device, name, purpose) VALUES (2, 'fridge-1-product', 'product')");
        desk.database.run("INSERT INTO probe_placement (probe, equipment, during)"
                + " SELECT id, 2, tstzrange('2025-01-01', NULL) FROM probe WHERE name = 'fridge-1-product'");
        desk.database.run("INSERT INTO probe (device, name, purpose) VALUES (1, ?, 'ambient')",
                BoxMission.ROOM.value());
        desk.database.run("INSERT INTO probe_placement (probe, equipment, during)"
                + " SELECT id, 1, tstzrange('2025-01-01', NULL) FROM probe WHERE purpose = 'ambient'");
        for (String product : List.of("thawvax", "unsigned")) {
            desk.database.run(
                    "INSERT INTO product_profile (product, revision, document, source) VALUES (?, 1, ?::jsonb, 'test')",
                    product, THAWVAX.replace("PRODUCT", product).replace("SIGNED",
                            product.equals("unsigned") ? "" : Desk.SIGNED));
        }
        Optional<Long> one = Optional.ofNullable(Long.getLong("mission"));
        for (long seed = one.orElse(0L); seed < one.map(only -> only + 1).orElse(MISSIONS); seed++) {
            compare(seed);
        }
        if (one.isEmpty()) {
            assertThat(compared).isGreaterThan(Math.toIntExact(MISSIONS * 3));
            assertThat(said).as("%s", said).containsKeys("usable", "isolate", "time-over", "lot", "vial", "syringe")
                    .allSatisfy((ruling, count) -> assertThat(count).isGreaterThan(Math.toIntExact(MISSIONS / 10)));
        }
    }

    private void compare(long seed) throws SQLException {
        for (String table : List.of("verdict", "lot_way", "lot_placement", "lot", "reading", "event", "alarm_fact")) {
            desk.database.run("DELETE FROM " + table);
        }
        desk.clock.set(Desk.EIGHT);
        lots(new Random(~seed));
        settle();
        Brief brief = desk.brief();
        assertThat(brief.lots()).as("mission %s", seed).hasSizeGreaterThanOrEqualTo(2);
        List<BoxMission.Start> starts = BoxMission.of(seed, Sha256.of(BriefCodec.encode(brief)));

        List<Batch> past = new ArrayList<>();
        List<Batch> held = new ArrayList<>();
        List<DatedRecord> stored = new ArrayList<>();
        LocalWarning box = new LocalWarning(() -> Optional.of(brief));
        for (BoxMission.Start start : starts) {
            box = new LocalWarning(() -> Optional.of(brief));
            box.recall(past);
            for (Batch made : start.batches()) {
                Batch batch = BatchCodec.decode(made.id(), BatchCodec.encode(made)).orThrow();
                box.sealed(batch);
                past.add(batch);
                held.add(batch);
                if (batch.clock().wall().isPresent()) {
                    held.forEach(each -> stored.addAll(dated(each, batch.clock())));
                    held.clear();
                }
            }
        }
        desk.store(stored.toArray(DatedRecord[]::new));
        desk.database.run("DELETE FROM verdict");
        settle();
        if (stored.stream().max(Comparator.comparing(DatedRecord::at)).orElseThrow() instanceof Reading) {
            assertAlike(seed, box);
        }
    }

    /** A new turn of the service. A round ends when its time is up, and the next goes on with what is left. */
    private void settle() {
        desk.restart();
        for (int round = 0; round < 10; round++) {
            desk.round();
        }
    }

    /** As the service dates what it held: by the next batch of the same boot that knows the time. */
    private static List<DatedRecord> dated(Batch batch, BatchClock clock) {
        BatchClock its = batch.clock().wall().isPresent() ? batch.clock() : clock;
        assertThat(its.boot()).isEqualTo(batch.clock().boot());
        return batch.records().stream().map(record -> its.date(record).orElseThrow()).toList();
    }

    private void lots(Random random) {
        String[] openings = {Desk.NONE, Desk.NONE, null, "{\"minutes\": 20, \"highestMilliCelsius\": 12000}"};
        desk.lot("A1", random.nextInt(20), openings[random.nextInt(4)]);
        int moved = random.nextInt(30);
        desk.lot("B2", moved, openings[random.nextInt(4)]);
        desk.database.run("""
                INSERT INTO lot_placement (lot, equipment, doses, during, ended_for)
                SELECT id, 2, 60, tstzrange(?::timestamptz, ?::timestamptz), 'moved' FROM lot WHERE number = 'B2'""",
                at(-120).toString(), at(moved).toString());
        if (random.nextInt(3) == 0) {
            desk.database.run("UPDATE lot_placement SET thawed_at = ?::timestamptz WHERE equipment = 1 AND lot = "
                    + "(SELECT id FROM lot WHERE number = 'B2')", at(moved).toString());
            desk.database.run("UPDATE lot SET product = 'thawvax' WHERE number = 'B2'");
        }
        double celsius = random.nextInt(6) == 0 ? 12 : 5;
        double coldest = random.nextInt(6) == 0 ? -1 : 5;
        int gap = random.nextInt(120);
        List<String> rows = new ArrayList<>();
        for (int minute = -125; minute <= moved + 5; minute += 5) {
            if (Math.abs(minute + gap) > random.nextInt(30)) {
                double read = minute > -60 && minute < -30 ? celsius : minute == -20 ? coldest : 5;
                rows.add("('" + at(minute) + "', 0, 2, " + ((int) (read * 1_000) + random.nextInt(200)) + ")");
            }
        }
        desk.database.run(
                "INSERT INTO reading (measured_at, source, probe, milli_celsius) VALUES " + String.join(", ", rows));
    }

    private void assertAlike(long seed, LocalWarning box) {
        Map<String, Judgement> ofBox = new HashMap<>();
        box.findings().doses().forEach(dose -> ofBox.put(dose.judgement().container().toString(), dose.judgement()));
        for (PlacedLot lot : box.findings().lots()) {
            ofBox.put(lot.way().lot().toString(), lot.judgement());
        }
        Map<String, String> ofService = new HashMap<>();
        desk.database
                .rows("SELECT (v.document ->> 'kind') || '_' || coalesce(v.vial, l.number), " + comparable("v.document")
                        + " FROM verdict v LEFT JOIN lot l ON l.id = v.lot WHERE v.until IS NULL AND v.equipment = 1")
                .forEach(row -> {
                    int space = row.indexOf(' ');
                    ofService.put(row.substring(0, space).replace('_', ' '), row.substring(space + 1));
                });
        List<String> documents = ofBox.entrySet().stream().map(goods -> "('" + goods.getKey().replace(' ', '_') + "', '"
                + JudgementJson.line(goods.getValue(), ZoneOffset.UTC).replace("'", "''") + "'::jsonb)").toList();
        desk.database.rows("SELECT goods, " + comparable("document") + " FROM (VALUES " + String.join(", ", documents)
                + ") AS box (goods, document)").forEach(row -> {
                    int space = row.indexOf(' ');
                    String goods = row.substring(0, space).replace('_', ' ');
                    assertThat(row.substring(space + 1)).as("mission %s, %s", seed, goods)
                            .isEqualTo(ofService.get(goods));
                    compared++;
                });
        for (Judgement judgement : ofBox.values()) {
            said.merge(judgement.ruling().code(), 1, Integer::sum);
            said.merge(judgement.container().kind().code(), 1, Integer::sum);
        }
    }

    /** Without the figures that a stretch which was told as one has not to the last digit, and sentences in the site's own time. */
    private static String comparable(String document) {
        return "((" + document
                + ") - 'judgedAt' - 'meanKineticCelsius' - 'reasons' - 'dosesGiven' - 'dosesToTrace' - 'places' || jsonb_build_object("
                + "'reasons', (SELECT jsonb_agg(jsonb_build_array(r -> 'code', r -> 'since', r -> 'holds')) FROM jsonb_array_elements(("
                + document + ") -> 'reasons') r)))::text";
    }
}

package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.PowerChanged;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.Occurrence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.alerting.Records.AIR;
import static org.gardefroid.alerting.Records.BOTTOM;
import static org.gardefroid.alerting.Records.FAULT;
import static org.gardefroid.alerting.Records.TOP;
import static org.gardefroid.alerting.Records.at;
import static org.gardefroid.alerting.Records.door;
import static org.gardefroid.alerting.Records.facts;
import static org.gardefroid.alerting.Records.judge;
import static org.gardefroid.alerting.Records.minutes;
import static org.gardefroid.alerting.Records.reading;
import static org.gardefroid.alerting.Records.settings;

/** Whatever way the same records take, the facts are the same. */
class AnyOrderTest {

    /** Half a day of readings at and around the limits, with faults, gaps, a door, and now and then two at one time. */
    private static final List<Double> CELSIUS = List.of(-1.0, -0.5, 1.9, 2.0, 5.0, 8.0, 8.1, 9.0, 9.0, 12.0, 9.0,
            FAULT);
    private static final List<Integer> MINUTES = List.of(0, 1, 5, 10, 10, 15, 30, 31, 60);
    private static final List<Integer> WHAT = List.of(0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Provide
    Arbitrary<List<DatedRecord>> days() {
        Arbitrary<Double> celsius = Arbitraries.of(CELSIUS);
        Arbitrary<Integer> minutes = Arbitraries.of(MINUTES);
        Arbitrary<Integer> what = Arbitraries.of(WHAT);
        Arbitrary<Boolean> stays = Arbitraries.of(true, true, true, false);
        return Combinators.combine(minutes, what, celsius, stays).as(Next::new).list().ofMinSize(2).ofMaxSize(80)
                .map(AnyOrderTest::day);
    }

    private record Next(int minutes, int what, double celsius, boolean stays) {}

    private static List<DatedRecord> day(List<Next> nexts) {
        List<DatedRecord> records = new ArrayList<>();
        int minute = 0;
        double celsius = 5;
        for (Next next : nexts) {
            minute += next.minutes();
            celsius = next.stays() ? celsius : next.celsius();
            records.add(switch (next.what()) {
                case 0 -> reading(TOP, minute, celsius);
                case 1 -> reading(BOTTOM, minute, celsius);
                case 2 -> reading(AIR, minute, celsius + 10);
                case 3 -> door(minute, true);
                case 4 -> door(minute, false);
                case 7 -> new Occurrence(at(minute), new VialsStruck());
                case 8 -> new Occurrence(at(minute),
                        new BatteryLevel((int) Math.min(100, Math.abs(next.celsius() * 8)), Optional.empty()));
                case 9 -> new Occurrence(at(minute),
                        new BatteryLevel(30, Optional.of(minutes(next.stays() ? 600 : 25))));
                default -> new Occurrence(at(minute), new PowerChanged(next.what() == 5));
            });
        }
        return records;
    }

    private static List<DatedRecord> day(Random random) {
        return day(Stream.generate(() -> new Next(any(MINUTES, random), any(WHAT, random), any(CELSIUS, random),
                random.nextInt(4) > 0)).limit(random.nextInt(2, 60)).toList());
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** All of it at once; the seed that is named replays what went wrong. */
    @Test
    void tenThousandSeedsOfShuffleRepetitionDelayAndRestartGiveTheSameFacts() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<DatedRecord> day = day(random);
            List<List<DatedRecord>> batches = new ArrayList<>(batches(day, random.nextInt(1, 10)));
            batches.addAll(batches.subList(0, random.nextInt(batches.size() + 1)));
            Collections.shuffle(batches, random);
            Watch watch = new Watch(settings());
            for (List<DatedRecord> batch : batches) {
                watch.arrive(batch);
                if (random.nextInt(5) == 0) {
                    watch.restart();
                }
            }
            assertThat(watch.facts()).as("seed %d", seed).isEqualTo(facts(judge(settings()), day));
        }
    }

    @Property(tries = 400)
    void shuffledAndDoubledRecordsGiveTheSameFacts(@ForAll("days") List<DatedRecord> day, @ForAll Random random) {
        List<DatedRecord> mixed = new ArrayList<>(day);
        mixed.addAll(day.subList(0, day.size() / 2));
        Collections.shuffle(mixed, random);
        assertThat(facts(judge(settings()), mixed)).isEqualTo(facts(judge(settings()), day));
    }

    @Property(tries = 400)
    void cuttingTheSameRecordsIntoOtherBatchesGivesTheSameFacts(
            @ForAll("days") List<DatedRecord> day, @ForAll @IntRange(min = 1, max = 9) int most) {
        Watch watch = new Watch(settings());
        batches(day, most).forEach(watch::arrive);
        assertThat(watch.facts()).isEqualTo(facts(judge(settings()), day));
    }

    @Property(tries = 400)
    void lateBatchesGiveTheSameFacts(
            @ForAll("days") List<DatedRecord> day, @ForAll @IntRange(min = 1, max = 9) int most,
            @ForAll Random random) {
        Watch watch = new Watch(settings());
        List<List<DatedRecord>> batches = new ArrayList<>(batches(day, most));
        Collections.shuffle(batches, random);
        batches.forEach(watch::arrive);
        batches.subList(0, batches.size() / 3).forEach(watch::arrive);
        assertThat(watch.facts()).isEqualTo(facts(judge(settings()), day));
    }

    @Property(tries = 400)
    void restartsGiveTheSameFacts(
            @ForAll("days") List<DatedRecord> day, @ForAll @IntRange(min = 1, max = 9) int most,
            @ForAll Random random) {
        Watch watch = new Watch(settings());
        List<List<DatedRecord>> batches = new ArrayList<>(batches(day, most));
        Collections.shuffle(batches, random);
        for (List<DatedRecord> batch : batches) {
            watch.arrive(batch);
            if (random.nextInt(3) == 0) {
                watch.restart();
            }
        }
        assertThat(watch.facts()).isEqualTo(facts(judge(settings()), day));
    }

    @Property(tries = 400)
    void timePassingTooFarIsMadeGoodByWhatComesLate(
            @ForAll("days") List<DatedRecord> day, @ForAll @IntRange(min = 1, max = 9) int most,
            @ForAll Random random) {
        Watch watch = new Watch(settings());
        for (List<DatedRecord> batch : batches(day, most)) {
            watch.arrive(batch);
            watch.advance(batch.getLast().at().plusSeconds(random.nextInt(7_200)));
        }
        watch.advance(day.getLast().at());
        // What is still to come after the last record is not compared: only records decide it.
        assertThat(watch.facts()).filteredOn(fact -> fact.confirmedAt().compareTo(day.getLast().at()) <= 0)
                .map(fact -> asKnownAt(day.getLast().at(), fact))
                .isEqualTo(facts(judge(settings()), day));
    }

    @Property(tries = 400)
    void theAlarmsThatStandAreTheClustersOfTheFacts(
            @ForAll("days") List<DatedRecord> day, @ForAll @IntRange(min = 1, max = 9) int most,
            @ForAll Random random) {
        Watch watch = new Watch(settings());
        List<List<DatedRecord>> batches = new ArrayList<>(batches(day, most));
        Collections.shuffle(batches, random);
        batches.forEach(watch::arrive);
        Watch inOrder = new Watch(settings());
        inOrder.arrive(day);
        assertThat(watch.alarms()).extracting(Alarm::cause, Alarm::severity, Alarm::since, Alarm::until, Alarm::facts)
                .isEqualTo(inOrder.alarms().stream().map(alarm -> org.assertj.core.groups.Tuple.tuple(alarm.cause(),
                        alarm.severity(), alarm.since(), alarm.until(), alarm.facts())).toList());
    }

    /** What time alone has ended since then still went on. */
    private static Fact asKnownAt(Instant last, Fact fact) {
        return fact instanceof Lasting(FactId id, Cause cause, Severity severity, Instant confirmedAt, Optional<Instant> endedAt)
                && endedAt.filter(end -> end.isAfter(last)).isPresent()
                        ? new Lasting(id, cause, severity, confirmedAt, Optional.empty())
                        : fact;
    }

    private static List<List<DatedRecord>> batches(List<DatedRecord> records, int most) {
        List<List<DatedRecord>> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); from += most) {
            batches.add(records.subList(from, Math.min(records.size(), from + most)));
        }
        return batches;
    }
}

package org.gardefroid.vaccines.custody;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.vaccines.custody.Case.at;

/** The box hears of things as they happen, the service late, twice and in portions: their verdicts are the same. */
class MissionAnyOrderTest {

    private static final int MISSIONS = 1_000;

    /** Records as they come in, of both kinds. */
    private static List<Object> shuffledAndDoubled(Case made, Random random) {
        List<Object> records = new ArrayList<>(made.events());
        records.addAll(made.readings());
        records.addAll(records.subList(0, records.size() / 3));
        Collections.shuffle(records, random);
        return records;
    }

    private static void add(Mission mission, Object record) {
        switch (record) {
            case CustodyEvent event -> mission.add(event);
            case Observed reading -> mission.add(reading);
            default -> throw new IllegalArgumentException(record.toString());
        }
    }

    @Test
    void aThousandMissionsAreJudgedAlikeInWhateverOrderPortionAndRepetitionTheirRecordsCome() {
        Map<Ruling, Integer> rulings = new EnumMap<>(Ruling.class);
        Set<Ground.Code> grounds = new HashSet<>();
        for (long seed = 0; seed < MISSIONS; seed++) {
            Random random = new Random(~seed);
            Case made = RandomMission.of(seed);
            Mission.Question evening = made.question(RandomMission.LENGTH);
            List<Judgement> once = made.mission().judge(evening);
            Mission service = new Case().mission();
            for (Object record : shuffledAndDoubled(made, random)) {
                if (random.nextInt(1_000) == 0) { // judged in between, with what there is
                    service.judge(made.question(random.nextInt(RandomMission.LENGTH)));
                }
                add(service, record);
            }
            assertThat(service.judge(evening)).as("mission %s", seed).isEqualTo(once);
            once.forEach(judgement -> {
                rulings.merge(judgement.ruling(), 1, Integer::sum);
                judgement.grounds().forEach(ground -> grounds.add(ground.code()));
            });
        }
        assertThat(rulings).allSatisfy((ruling, count) -> assertThat(count).isGreaterThan(100)).hasSize(3);
        assertThat(grounds).contains(Ground.Code.FROZEN, Ground.Code.BUDGET_SPENT, Ground.Code.BUDGET_PERHAPS_SPENT,
                Ground.Code.UNOBSERVED_TOO_LONG, Ground.Code.IN_USE_TIME_OVER, Ground.Code.TIME_UNKNOWN,
                Ground.Code.OPENING_EXPOSURE_UNKNOWN, Ground.Code.START_VOIDED, Ground.Code.FINISHED);
    }

    @Test
    void whatTheBoxSaidAtEachHourIsWhatTheServiceSaysOfThatHourInTheEvening() {
        for (long seed = 0; seed < MISSIONS; seed += 10) {
            Case made = RandomMission.of(seed);
            if (made.events().stream().anyMatch(event -> event.at().isEmpty())) {
                continue; // an event without a time has no hour
            }
            Mission evening = made.mission();
            Mission box = new Case().mission();
            for (int hour = 0; hour <= RandomMission.LENGTH / 60; hour++) {
                Mission.Question question = made.question(hour * 60);
                made.events().stream().filter(event -> !event.at().orElseThrow().isAfter(question.now()))
                        .forEach(box::add);
                made.readings().stream().filter(reading -> !reading.at().isAfter(question.now())).forEach(box::add);
                assertThat(evening.judge(question)).as("mission %s at %s", seed, at(hour * 60))
                        .isEqualTo(box.judge(question));
            }
        }
    }

    @Test
    void onlyWhatPassesAtItsUpperEndIsUsable() {
        for (long seed = 0; seed < MISSIONS; seed += 5) {
            Case made = RandomMission.of(seed);
            for (Judgement judgement : made.mission().judge(made.question(RandomMission.LENGTH))) {
                judgement.exposure().bands().values().forEach(
                        time -> assertThat(time.most().minus(time.least()).isNegative()).isFalse());
                if (judgement.ruling() == Ruling.USABLE) {
                    assertThat(judgement.budgets()).as("mission %s, %s", seed, judgement.container())
                            .allMatch(use -> use.left().orElseThrow().least().isPositive());
                    assertThat(judgement.dues()).allMatch(due -> due.at().isAfter(judgement.now()));
                }
            }
        }
    }
}

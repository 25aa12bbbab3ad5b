package org.gardefroid.ingest.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Rejection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupCommitTest {

    private final TablesInMemory tables = new TablesInMemory();
    private final GroupCommit commits = new GroupCommit(tables);
    private final Sender sender = new Sender("a", "boot-1");

    @Test
    void storesABatchOnceHoweverOftenAndInHoweverManyGroupsItComes() {
        Arrival first = sender.dated();

        commit(first, first);
        List<Admission> again = commit(first);

        assertThat(tables.stored).containsExactly(first.id());
        assertThat(again).containsExactly(new Admission.Repeat(first));
        assertThat(row().stored()).isEqualTo(NumberSet.of(1));
    }

    @Test
    void asksTheLogForNothingWhileBatchesComeInOrder() {
        for (int i = 0; i < 20; i++) {
            commit(sender.dated(), sender.dated());
        }

        assertThat(tables.logLookUps).isZero();
        assertThat(row().stored()).isEqualTo(NumberSet.range(1, 40));
    }

    @Test
    void storesWhateverOrderBatchesComeIn() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            arrivals.add(sender.dated());
        }
        Collections.shuffle(arrivals, new Random(3));
        arrivals.forEach(this::commit);

        assertThat(row().stored()).isEqualTo(NumberSet.range(1, 30));
        assertThat(tables.quarantine).isEmpty();
        assertThat(row().watermarkHash()).hasValueSatisfying(
                hash -> assertThat(hash).isEqualTo(hashOf(arrivals, 30)));
    }

    @Test
    void keepsAKnownNumberWithOtherBytesAsAForkAndTheFirstAsItIs() {
        Arrival first = sender.dated();
        commit(first);
        List<Admission> admissions = commit(sender.twinOfTheLast());

        assertThat(admissions).singleElement().isInstanceOfSatisfying(Admission.Quarantined.class,
                quarantined -> assertThat(quarantined.reason()).isEqualTo(Rejection.FORK));
        assertThat(row().forked()).isEqualTo(NumberSet.of(1));
        assertThat(tables.stored).containsExactly(first.id());
    }

    @Test
    void keepsABatchThatNamesAnotherOneBeforeItThanTheOneThatIsThere() {
        commit(sender.dated());
        Sender other = new Sender("a", "boot-1");
        other.dated();
        other.undated();
        Arrival stranger = new Sender("a", "boot-1").after(other).dated();

        assertThat(stranger.id().number()).isEqualTo(1);
        Arrival second = sender.dated();
        Arrival third = sender.dated();
        commit(third);
        Sender forked = new Sender("a", "boot-1");
        forked.undated();
        List<Admission> admissions = commit(forked.dated());

        assertThat(admissions).singleElement().isInstanceOfSatisfying(Admission.Quarantined.class,
                quarantined -> assertThat(quarantined.reason()).isEqualTo(Rejection.BROKEN_CHAIN));
        assertThat(commit(second)).singleElement().isInstanceOf(Admission.New.class);
        assertThat(row().rejected()).as("what fits after all").isEmpty();
    }

    @Test
    void answersBytesThatMeanNothingAndStoresTheGoodOnesAfter() {
        Arrival good = sender.dated();
        Arrival bad = Arrival.of(good.id(), new byte[]{1, 2, 3}, Sender.NOON);

        commit(bad);
        assertThat(row().rejected()).isEqualTo(Map.of(1L, Rejection.MALFORMED));

        commit(good);
        assertThat(row().rejected()).isEmpty();
        assertThat(row().stored()).isEqualTo(NumberSet.of(1));
    }

    @Test
    void findsTheOneThatTheDatabaseRefusesAndStoresTheOthers() {
        List<Arrival> group = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            group.add(sender.dated());
        }
        tables.refused = Set.of(group.get(37).id());

        GroupCommit.Committed committed = commits.commit(group, Set.of());

        assertThat(committed.admissions()).hasSize(64);
        assertThat(tables.stored).hasSize(63);
        assertThat(row().rejected()).isEqualTo(Map.of(38L, Rejection.REFUSED_BY_DATABASE));
        assertThat(tables.transactions).as("a bisection, not one by one").isLessThanOrEqualTo(16);
        assertThat(committed.rows().get(sender.key())).isEqualTo(row());
    }

    @Test
    void doesNotBisectForACopyOfWhatWasRefused() {
        Arrival poison = sender.dated();
        tables.refused = Set.of(poison.id());
        commit(poison);
        int before = tables.transactions;

        commit(poison, sender.dated(), sender.dated());

        assertThat(tables.transactions - before).isEqualTo(1);
    }

    @Test
    void saysSoIfEvenTheQuarantineIsRefused() {
        Arrival poison = sender.dated();
        tables.refused = Set.of(poison.id());
        tables.refusesQuarantine = true;

        assertThatThrownBy(() -> commit(poison)).isInstanceOf(RefusedException.class);
    }

    @Test
    void countsWhatADeviceGaveUpAsSettledButStillStoresItIfItComes() {
        Arrival first = sender.dated();
        Arrival second = sender.dated();
        commit(first, sender.declaring(sender.key(), 2, 2));

        assertThat(row().stored()).isEqualTo(NumberSet.of(1, 3));
        assertThat(row().settled()).isEqualTo(NumberSet.range(1, 3));

        commit(second);
        assertThat(tables.stored).contains(second.id());
        assertThat(row().dropped()).isEqualTo(NumberSet.EMPTY);
    }

    @Test
    void tellsAlsoOfTheJournalThatADeclarationSpeaksOf() {
        Sender before = new Sender("b", "boot-0");
        Arrival declaration = sender.declaring(before.key(), 4, 7);

        GroupCommit.Committed committed = commits.commit(List.of(declaration), Set.of());

        assertThat(committed.rows().getOrDefault(before.key(), GuardRow.empty(before.key())).dropped())
                .isEqualTo(NumberSet.range(4, 7));
    }

    @Test
    void datesWhatIsHeldByTheNextTrustedClockOfTheSameBoot() {
        Arrival undated = sender.undated();
        Arrival dated = sender.dated();
        commit(undated);
        assertThat(row().held()).isEqualTo(NumberSet.of(1));

        commit(dated);

        assertThat(row().held()).isEqualTo(NumberSet.EMPTY);
        assertThat(tables.datings).containsExactly(new Dating(undated.id(), dated.content().orThrow().clock()));
    }

    @Test
    void doesNotDateAcrossAHoleBecauseAnotherClockMayStandInIt() {
        Arrival undated = sender.undated();
        Arrival between = sender.dated();
        Arrival after = sender.dated();
        commit(undated, after);
        assertThat(row().held()).isEqualTo(NumberSet.of(1));

        commit(between);

        assertThat(tables.datings).containsExactly(new Dating(undated.id(), between.content().orThrow().clock()));
    }

    @Test
    void datesTheEndOfAJournalByTheNextJournalOfTheSameBoot() {
        Arrival undated = sender.undated();
        Sender next = new Sender("b", "boot-1").after(sender);
        Arrival dated = next.dated();

        commit(dated);
        commit(undated);

        assertThat(tables.datings).containsExactly(new Dating(undated.id(), dated.content().orThrow().clock()));
    }

    @Test
    void neverDatesByTheClockOfAnotherBoot() {
        Arrival undated = sender.undated();
        commit(undated, new Sender("b", "boot-2").after(sender).dated());

        assertThat(tables.datings).isEmpty();
        assertThat(row().held()).isEqualTo(NumberSet.of(1));
    }

    @Test
    void doesNotWaitForWhatWasLostWithACard() {
        Arrival undated = sender.undated();
        Sender restored = new Sender("b", "boot-2").after(sender);
        sender.undated();
        Arrival dated = sender.dated();
        commit(undated, dated);
        assertThat(tables.datings).isEmpty();

        commit(restored.dated());

        assertThat(tables.datings).containsExactly(new Dating(undated.id(), dated.content().orThrow().clock()));
    }

    private List<Admission> commit(Arrival... group) {
        return commits.commit(List.of(group), Set.of()).admissions();
    }

    private GuardRow row() {
        return tables.rows.getOrDefault(sender.key(), GuardRow.empty(sender.key()));
    }

    private static org.gardefroid.telemetry.Sha256 hashOf(List<Arrival> arrivals, long number) {
        return arrivals.stream().filter(arrival -> arrival.id().number() == number).findFirst().orElseThrow().hash();
    }
}

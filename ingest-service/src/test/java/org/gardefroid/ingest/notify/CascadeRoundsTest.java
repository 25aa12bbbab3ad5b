package org.gardefroid.ingest.notify;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.judge.SettableClock;
import org.gardefroid.ingest.notify.gateway.Gateways;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.testbed.mail.MailPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class CascadeRoundsTest {

    private Night night = new Night();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        night.database.close();
    }

    @Test
    void nobodyAnswersThenTheNextAndThenTheLastAgainUntilSomebodyDoes() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.pass(0, 1, 2, 11, 12, 20, 21);
        assertThat(night.told()).containsExactly("23:41 camille raised", "23:42 sam escalated", "23:52 sam escalated",
                "00:02 sam escalated");

        night.database.run("UPDATE alarm SET acknowledged_at = now(), acknowledged_by = 1");
        night.pass(31, 41, 300);
        assertThat(night.told()).hasSize(4);
        assertThat(night.database.rows("SELECT next_at FROM cascade_run")).containsExactly("null");
    }

    @Test
    void whatIsToldLaterSaysHowItIsThen() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.database.run("UPDATE alarm SET cleared_at = '2026-11-22T23:41:30Z'");
        night.pass(1);
        assertThat(night.database.rows("SELECT document ->> 'until' FROM notification ORDER BY id"))
                .containsExactly("null", "2026-11-22T23:41:30Z");
    }

    @Test
    void whatIsOverAndLeavesNothingToDecideWakesNobodyElse() throws SQLException {
        night.raise(Cause.DOOR_LEFT_OPEN);
        night.database.run("UPDATE alarm SET cleared_at = '2026-11-22T23:41:30Z'");
        night.pass(1, 60);
        assertThat(night.told()).containsExactly("23:41 camille raised");
    }

    @Test
    void whatGrowsWorseIsToldFromTheFirstStepEvenIfItWasSnoozed() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.database
                .run("INSERT INTO alarm_snooze VALUES (1, '2026-11-22T23:41:10Z', '2026-11-23T00:11:00Z', 1, 'x')");
        night.pass(1, 5);
        assertThat(night.told()).as("quiet").hasSize(1);

        night.database.transactions().in(connection -> Night.notifications().tellFirstStep(connection, 1, 1, 1,
                Notices.of(NoticeKind.WORSENED, Cause.TOO_WARM), Night.minute(6)));
        night.pass(7);
        assertThat(night.told()).containsExactly("23:41 camille raised", "23:47 camille worsened",
                "23:48 sam escalated");
    }

    @Test
    void aSnoozeEndsByItself() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.database
                .run("INSERT INTO alarm_snooze VALUES (1, '2026-11-22T23:41:10Z', '2026-11-23T00:11:00Z', 1, 'x')");
        night.pass(1, 29, 30);
        assertThat(night.told()).containsExactly("23:41 camille raised", "00:11 sam escalated");
    }

    @Test
    void aRotaWithoutAnybodyFallsToTheNextStepAndIsAnAlarmOfItsOwn() throws SQLException {
        night.database.run("DELETE FROM cascade_step");
        night.rota("nights", "", 0, 0);
        night.call(1, 0, "nights", "always");
        night.step(2, 600, "sam", "mail");
        night.raise(Cause.TOO_WARM);

        assertThat(night.told()).containsExactly("23:41 sam escalated");
        assertThat(night.database.rows("SELECT rule, subject, category FROM alarm ORDER BY id"))
                .containsExactly("cool-box-2-8.high box-1 cold-chain", "nobody-on-call nights technical");
        night.pass(0, 1);
        assertThat(night.database.rows("SELECT alarm, document ->> 'trouble' FROM notification ORDER BY id"))
                .as("told by the cold chain's steps, since there are no others").contains("2 nobody-on-call");
        night.pass(2, 11, 12);
        assertThat(night.database.rows("SELECT count(*) FROM alarm")).as("one at a time").containsExactly("2");
    }

    @Test
    void whoIsOnCallAtThatMomentIsTold() throws SQLException {
        night.database.run("DELETE FROM cascade_step");
        night.rota("nights", "camille", -60, 11);
        night.rota("nights", "sam", 11, 60);
        night.call(1, 0, "nights", "closed");
        night.raise(Cause.TOO_WARM);
        night.pass(10, 20);
        assertThat(night.told()).containsExactly("23:41 camille raised", "23:51 camille escalated",
                "00:01 sam escalated");
    }

    @Test
    void openingHoursChooseWhomToTellAndNeverWhether() throws SQLException {
        night.database.run("DELETE FROM cascade_step");
        night.database.run("UPDATE site SET opening_hours = 'mo-fr 08:30-18:00'");
        night.rota("nights", "sam", 0, 600);
        night.call(1, 0, "nights", "open");
        night.raise(Cause.TOO_WARM);
        assertThat(night.told()).as("closed, and nobody named for that: whoever may answer")
                .containsExactly("23:41 camille raised", "23:41 sam raised");
    }

    @Test
    void technicalAlarmsHaveTheirOwnList() throws SQLException {
        night.database.run("INSERT INTO person (site, name, display_name, role, email)"
                + " VALUES (1, 'ops', 'Ops', 'operator', 'ops@example.org')");
        night.database.run("INSERT INTO cascade_step (site, step, person, category) VALUES (1, 1, 3, 'technical')");
        night.raise(Cause.SILENT);
        assertThat(night.told()).containsExactly("23:41 ops raised");
    }

    @Test
    void twoInstancesThatLookAtOnceTellOnce() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.pass(1);
        night.pass(1);
        assertThat(night.told()).hasSize(2);
    }

    @Test
    void whatGoesOnAfterItWasThoughtToBeOverIsPassedOnToTheNext() throws SQLException {
        night.raise(Cause.DOOR_LEFT_OPEN);
        night.database.run("UPDATE alarm SET cleared_at = '2026-11-22T23:41:30Z'");
        night.pass(1);
        night.database.run("UPDATE alarm SET cleared_at = NULL");
        night.database.transactions().in(connection -> Night.notifications().tellThoseTold(connection, 1,
                Notices.of(NoticeKind.RESUMED, Cause.DOOR_LEFT_OPEN), Night.minute(2)));
        night.pass(3);
        assertThat(night.told()).containsExactly("23:41 camille raised", "23:43 camille resumed",
                "23:44 sam escalated");
    }

    @Test
    void theDoorAndTheColdThatIsLostByItAreOneStory() throws SQLException {
        night.raise(Cause.DOOR_LEFT_OPEN);
        night.raiseAnother(Cause.TOO_WARM, 1, Night.BEGIN);
        night.pass(1, 2);
        assertThat(night.database.rows("SELECT alarm, kind FROM notification ORDER BY id"))
                .containsExactly("1 raised", "2 raised", "2 escalated");

        night.database
                .run("UPDATE alarm SET cleared_at = now(), acknowledged_at = now(), acknowledged_by = 1 WHERE id = 2");
        night.pass(3);
        assertThat(night.database.rows("SELECT alarm, kind FROM notification ORDER BY id"))
                .as("the door is open still, and nobody has answered that").endsWith("1 escalated");
    }

    @Test
    void equipmentsThatFallSilentTogetherAreOneStoryUntilItsFirstIsHeardAgain() throws SQLException {
        night.database.run("INSERT INTO equipment (site, name, label_fr, label_en, kind)"
                + " VALUES (1, 'fridge-2', 'Frigo 2', 'Fridge 2', 'refrigerator')");
        night.raise(Cause.SILENT);
        night.raiseAnother(Cause.SILENT, 2, Night.minute(1));
        night.raiseAnother(Cause.SILENT, 2, Night.minute(31));
        assertThat(night.database.rows("SELECT alarm, kind FROM notification ORDER BY id"))
                .as("more than half an hour later is another story").containsExactly("1 raised", "3 raised");
        assertThat(night.database.rows("SELECT alarm, comment FROM alarm_history WHERE what = 'joined'"))
                .containsExactly("1 fridge-2: silent");

        night.database.run("UPDATE alarm SET cleared_at = now() WHERE id = 1");
        night.pass(32);
        assertThat(night.database.rows("SELECT alarm, kind FROM notification ORDER BY id"))
                .contains("2 raised");
    }

    private static final String TOLD = "SELECT alarm, kind FROM notification ORDER BY id";

    private void another(String fridge) {
        night.database.run("INSERT INTO equipment (site, name, label_fr, label_en, kind)"
                + " VALUES (1, ?, 'Frigo', 'Fridge', 'refrigerator')", fridge);
    }

    @Test
    void anEmptyFridgeThatNobodyIsCalledForKeepsNoStockedOneQuietInThePowerCut() throws SQLException {
        another("fridge-2");
        night.database.run("UPDATE equipment SET state = 'empty' WHERE id = 1");
        night.raise(Cause.MAINS_OFF);
        night.raiseAnother(Cause.MAINS_OFF, 2, Night.minute(1));
        night.pass(2);
        assertThat(night.database.rows(TOLD)).contains("2 raised").doesNotContain("1 raised");
    }

    @Test
    void theEndOfADoorIsNoEndWhileTheColdThatWasLostByItIsStillMissing() throws SQLException {
        night.raise(Cause.DOOR_LEFT_OPEN);
        night.raiseAnother(Cause.TOO_WARM, 1, Night.BEGIN);
        night.database.run("UPDATE alarm SET cleared_at = now() WHERE id = 1");
        night.database.transactions().in(connection -> Night.notifications().tellThoseTold(connection, 1,
                Notices.of(NoticeKind.CLEARED, Cause.DOOR_LEFT_OPEN), Night.minute(2)));
        assertThat(night.database.rows(TOLD)).containsExactly("1 raised", "2 raised");
        night.database.run("UPDATE alarm SET cleared_at = now() WHERE id = 2");
        night.database.transactions().in(connection -> Night.notifications().tellThoseTold(connection, 2,
                Notices.of(NoticeKind.CLEARED, Cause.TOO_WARM), Night.minute(3)));
        assertThat(night.database.rows(TOLD)).endsWith("2 cleared");
    }

    @Test
    void thePowerThatIsMissedAfterTenMinutesAndTheSilenceThatIsAfterAnHourAreOneCut() throws SQLException {
        another("fridge-2");
        night.raiseAnother(Cause.MAINS_OFF, 1, Night.minute(0), Night.minute(10));
        night.raiseAnother(Cause.SILENT, 1, Night.minute(20), Night.minute(80));
        night.raiseAnother(Cause.SILENT, 2, Night.minute(0), Night.minute(60));
        assertThat(night.database.rows(TOLD)).containsExactly("1 raised");
    }

    @Test
    void whatBeginsOrWorsensOnceTheStoryWasAnsweredIsToldByItself() throws SQLException {
        another("fridge-2");
        night.raise(Cause.MAINS_OFF);
        night.raiseAnother(Cause.SILENT, 2, Night.minute(1));
        night.database
                .run("UPDATE alarm SET acknowledged_at = '2026-11-22T23:44:00Z', acknowledged_by = 1 WHERE id = 1");
        night.pass(5, 60);
        assertThat(night.database.rows(TOLD)).as("whoever answered knows of it").containsExactly("1 raised");

        night.database.transactions().in(connection -> {
            Night.notifications().tellFirstStep(connection, 2, 1, 2, Notices.of(NoticeKind.WORSENED, Cause.SILENT),
                    Night.minute(180));
            return true;
        });
        assertThat(night.database.rows(TOLD)).as("not that it is an hour from being too warm")
                .containsExactly("1 raised", "2 worsened");
    }

    @Test
    void dosesToSetApartAreToldEvenIfSomebodyHasTheTemperatureInHand() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.raiseAnother(Cause.DOSES_HELD, 1, Night.BEGIN);
        assertThat(night.database.rows(TOLD)).as("at once they are one story").containsExactly("1 raised");
        night.database
                .run("UPDATE alarm SET acknowledged_at = '2026-11-22T23:44:00Z', acknowledged_by = 1 WHERE id = 1");
        night.raiseAnother(Cause.DOSES_HELD, 1, Night.minute(120));
        assertThat(night.database.rows(TOLD)).containsExactly("1 raised", "3 raised");
    }

    @Test
    void whatTheAirShowsAheadOfTheProductIsNoStoryOfItsOwn() throws SQLException {
        night.raise(Cause.DOOR_LEFT_OPEN);
        night.raiseAnother(Cause.CHANGING_FAST, 1, Night.BEGIN);
        night.raiseAnother(Cause.BREACH_AHEAD, 1, Night.minute(1));
        assertThat(night.database.rows(TOLD)).containsExactly("1 raised");
        night.raiseAnother(Cause.TOO_WARM, 1, Night.minute(2));
        night.pass(3);
        assertThat(night.database.rows("SELECT DISTINCT alarm FROM notification ORDER BY alarm"))
                .as("the cold that is lost leads").containsExactly("1", "4");
    }

    @Test
    void aPartThatIsOverIsNotToldOnceItsStoryIsOverEither() throws SQLException {
        night.raise(Cause.TOO_WARM);
        night.raiseAnother(Cause.BREACH_AHEAD, 1, Night.BEGIN);
        night.database.run("UPDATE alarm SET cleared_at = '2026-11-22T23:50:00Z'");
        night.pass(20, 40);

        assertThat(night.database.rows("SELECT DISTINCT alarm FROM notification")).containsExactly("1");
    }

    /** Each telling is made once, whichever statement it dies at, and a mail is sent twice at most. */
    @Test
    void killedBetweenAnyTwoStepsNoStepIsLostAndAtMostOneMessageIsRepeated() throws Exception {
        int deaths = 0;
        int repeats = 0;
        try (MailPeer peer = MailPeer.start(folder)) {
            boolean hasDied = true;
            for (int steps = 1; hasDied; steps++) {
                night.database.close();
                night = new Night();
                DyingPool pool = new DyingPool(night.database.pool(), steps);
                int before = peer.received().size();
                live(new Transactions(pool.source()), peer.port(), 0);
                hasDied = pool.isDead();
                deaths += hasDied ? 1 : 0;
                live(night.database.transactions(), peer.port(), 0);

                assertThat(night.told()).as("killed at step %d", steps).hasSize(3)
                        .satisfiesExactly(first -> assertThat(first).endsWith("camille raised"),
                                second -> assertThat(second).endsWith("sam escalated"),
                                third -> assertThat(third).endsWith("sam escalated"));
                assertThat(night.database.rows("SELECT telling FROM cascade_telling ORDER BY telling"))
                        .containsExactly("1", "2", "3");
                Map<String, Long> sent = peer.received().subList(before, peer.received().size()).stream()
                        .collect(Collectors.groupingBy(mail -> mail.headers().getOrDefault("X-Gardefroid-Key", ""),
                                Collectors.counting()));
                assertThat(sent).hasSize(3);
                long extra = sent.values().stream().mapToLong(times -> times - 1).sum();
                assertThat(extra).isLessThanOrEqualTo(1);
                repeats += (int) extra;
            }
        }
        assertThat(deaths).isGreaterThan(60);
        assertThat(repeats).as("dying between the mail and the row that says so was among them").isPositive();
    }

    /** One life of the service, from the alarm on, or until it is killed. */
    private void live(Transactions transactions, int port, int from) {
        SettableClock clock = new SettableClock(Night.BEGIN);
        MailSettings settings = new MailSettings("127.0.0.1", port, "none", null, null, "gardefroid@example.org",
                Duration.ofSeconds(2), URI.create("https://froid.example.org"));
        PostRound postman = Posts.round(transactions, settings, Gateways.none(), clock);
        try {
            night.raise(transactions, Cause.TOO_WARM, Night.BEGIN);
            for (int minute : List.of(from, 1, 2, 11)) {
                clock.set(Night.minute(minute));
                night.pass(transactions, minute);
                postman.send(() -> {});
            }
        } catch (SQLException killed) {
            assertThat(killed.getMessage()).contains("killed");
        }
    }
}

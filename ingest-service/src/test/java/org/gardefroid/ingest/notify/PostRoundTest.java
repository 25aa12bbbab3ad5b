package org.gardefroid.ingest.notify;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.judge.SettableClock;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.ingest.notify.gateway.Gateways;
import org.gardefroid.testbed.mail.MailPeer;
import org.gardefroid.testbed.mail.ReceivedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class PostRoundTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String STATES = "SELECT state, attempts FROM notification ORDER BY id";

    private final TestDatabase database = TestDatabase.create();
    private final SettableClock clock = new SettableClock(NOW);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws SQLException {
        Ward ward = new Ward(database);
        assertThat(ward).isNotNull();
        database.run("""
                INSERT INTO alarm (site, equipment, subject, rule, category, severity, since, raised_at)
                VALUES (1, 1, 'box-1', 'cool-box-2-8.high', 'cold-chain', 'warning', now(), now())""");
        database.transactions().in(connection -> new Notifications().tellFirstStep(connection, 1, 1, 1,
                Notices.of(NoticeKind.RAISED, Cause.TOO_WARM), NOW));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PostRound round(int port) {
        MailSettings settings = new MailSettings("127.0.0.1", port, "none", null, null, "gardefroid@example.org",
                Duration.ofSeconds(2), URI.create("https://froid.example.org"));
        return Posts.round(database.transactions(), settings, Gateways.none(), clock);
    }

    @Test
    void eachPersonIsWrittenToInTheirLanguageWithWhatAProgramNeedsInTheHeaders() throws Exception {
        try (MailPeer peer = MailPeer.start(folder)) {
            round(peer.port()).send(() -> {});

            List<ReceivedMail> mails = peer.received();
            assertThat(mails).extracting(ReceivedMail::to)
                    .containsExactlyInAnyOrder(List.of("camille@example.org"), List.of("sam@example.org"));
            ReceivedMail french = mails.stream().filter(mail -> mail.to().contains("camille@example.org")).findFirst()
                    .orElseThrow();
            assertThat(french.subject()).startsWith("ALERTE Glacière EMV 1");
            assertThat(french.text()).contains("Appeler le pharmacien");
            assertThat(french.headers()).containsEntry("X-Gardefroid-Alarm", "1")
                    .containsEntry("X-Gardefroid-Kind", "raised").containsEntry("X-Gardefroid-Equipment", "box-1")
                    .containsEntry("X-Gardefroid-Key", "a1.raised.1795334400000.p1")
                    .containsEntry("Message-ID", "<a1.raised.1795334400000.p1@example.org>");
            assertThat(Files.readString(folder.resolve(french.file()))).contains("multipart/alternative", "text/html");
        }
        assertThat(database.rows(STATES)).containsExactly("accepted 1", "accepted 1");
    }

    @Test
    void killedBetweenSendingAndWritingItDownItSendsTheSameUnderTheSameKey() throws Exception {
        try (MailPeer peer = MailPeer.start(folder)) {
            round(peer.port()).send(() -> {});
            database.run("UPDATE notification SET state = 'pending', attempts = 0, next_attempt_at = made_at");
            round(peer.port()).send(() -> {});

            assertThat(peer.received()).hasSize(4);
            assertThat(peer.received()).extracting(mail -> mail.headers().get("Message-ID")).containsOnly(
                    "<a1.raised.1795334400000.p1@example.org>", "<a1.raised.1795334400000.p2@example.org>");
        }
    }

    @Test
    void whoCannotTakeItNowIsAskedAgain() throws Exception {
        try (MailPeer peer = MailPeer.start(folder, "--refuse-first", 2)) {
            PostRound round = round(peer.port());
            round.send(() -> {});
            assertThat(database.rows(STATES)).containsExactly("pending 1", "pending 1");
            assertThat(round.send(() -> {})).as("nothing is due yet").isFalse();
            clock.pass(Duration.ofSeconds(2));
            round.send(() -> {});
            assertThat(database.rows(STATES)).containsExactly("accepted 2", "accepted 2");
        }
    }

    @Test
    void aMailServerThatIsNotThereLosesNothing() throws Exception {
        MailPeer peer = MailPeer.start(folder);
        peer.stop();
        PostRound round = round(peer.port());
        round.send(() -> {});
        assertThat(database.rows(STATES)).containsExactly("pending 1", "pending 1");
        assertThat(database.rows("SELECT peer_said FROM notification").getFirst()).contains("connect");

        peer.restart();
        clock.pass(Duration.ofSeconds(2));
        round.send(() -> {});
        assertThat(database.rows(STATES)).containsExactly("accepted 2", "accepted 2");
        peer.close();
    }

    @Test
    void anAddressThatCannotBeIsRefusedForEverAndSeen() throws Exception {
        database.run("UPDATE notification SET address = 'no address at all' WHERE id = 1");
        try (MailPeer peer = MailPeer.start(folder)) {
            round(peer.port()).send(() -> {});
        }
        assertThat(database.rows(STATES)).containsExactly("refused 1", "accepted 1");
    }

    @Test
    void theWaitDoublesUpToFiveMinutes() {
        assertThat(PostBox.wait(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PostBox.wait(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(PostBox.wait(40)).isEqualTo(Duration.ofMinutes(5));
    }
}

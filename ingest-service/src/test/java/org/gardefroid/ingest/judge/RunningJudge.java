package org.gardefroid.ingest.judge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.store.Transactions;

/** One life of the judging part of the service, run round by round. A kill -9 is to use it no more. */
final class RunningJudge {

    private final HandOver handOver;
    private final JudgingLoop loop;
    private final SettableClock clock;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    RunningJudge(TestDatabase database, SettableClock clock) {
        this(database.transactions(), clock, JudgingSettings.DEFAULT);
    }

    RunningJudge(Transactions transactions, SettableClock clock, JudgingSettings settings) {
        this.clock = clock;
        this.handOver = new HandOver(settings);
        JudgingMeters counted = new JudgingMeters(meters, handOver);
        this.loop = new JudgingLoop(transactions, handOver, clock, settings,
                new JudgingWriter(transactions, new Notifications(), () -> {}, settings, counted), counted,
                new OthersBatches(transactions, "service"));
    }

    void handOver(CommittedBatch... batches) {
        handOver.committed(List.of(batches));
    }

    void round() {
        try {
            loop.round(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }

    /** Rounds until what is late or was missing has been judged as well. */
    void settle() {
        for (int i = 0; i < 4; i++) {
            round();
            clock.pass(Duration.ofSeconds(4));
        }
        round();
    }
}

package org.gardefroid.edge.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.edge.delivery.Uplink;
import org.gardefroid.edge.uplink.Inbox;
import org.gardefroid.edge.uplink.Way;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.jspecify.annotations.Nullable;

/** Stands in for link, broker and service: stores nothing, and says of all that comes that it is stored. Can be cut. */
public final class TrainingLink implements Uplink {

    private static final Way HERE = new Way(new Way.Carriage.Plain(), "localhost", 8_883, Optional.empty());

    private final Map<JournalId, NumberSet> stored = new HashMap<>();
    private @Nullable Inbox inbox;
    private boolean cut;

    public synchronized void connect(Inbox to) {
        inbox = to;
        to.connected(HERE);
    }

    synchronized void cut(boolean isCut) {
        if (inbox == null || cut == isCut) {
            return;
        }
        cut = isCut;
        if (cut) {
            inbox.disconnected();
        } else {
            inbox.connected(HERE);
        }
    }

    @Override
    public synchronized boolean publish(SealedBatch batch) {
        if (cut || inbox == null) {
            return false;
        }
        stored.merge(batch.id().journal(), NumberSet.range(batch.id().number(), batch.id().number()),
                NumberSet::union);
        inbox.receiptArrived(new Receipt(Optional.empty(), List.of(of(batch.id().journal()))));
        return true;
    }

    @Override
    public synchronized void ask(Question question) {
        if (!cut && inbox != null) {
            inbox.receiptArrived(new Receipt(Optional.of(question.nonce()),
                    question.journals().stream().map(this::of).toList()));
        }
    }

    private Receipt.OfJournal of(JournalId journal) {
        return new Receipt.OfJournal(journal, Receipt.OfJournal.ALL, stored.getOrDefault(journal, NumberSet.EMPTY),
                Optional.empty(), Map.of());
    }
}

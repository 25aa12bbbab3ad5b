package org.gardefroid.ingest.receive;

import java.util.List;

/** All {@link CommittedConsumer}s as one. */
@FunctionalInterface
interface CommittedListener {

    void committed(List<CommittedBatch> batches);
}

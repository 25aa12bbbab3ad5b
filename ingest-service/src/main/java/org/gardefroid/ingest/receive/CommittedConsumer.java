package org.gardefroid.ingest.receive;

import java.util.List;

/**
 * Hears of what has been committed, right after it was: a bean of this type is enough. It is called on the thread that stores and
 * must not keep it: put it in a bounded queue, and if that is full, forget it. It is a hint and no more: what was committed just
 * before a crash is never told, and is found in the database (see {@link StoredBatches#unjudged}).
 */
@FunctionalInterface
public interface CommittedConsumer {

    void committed(List<CommittedBatch> batches);
}

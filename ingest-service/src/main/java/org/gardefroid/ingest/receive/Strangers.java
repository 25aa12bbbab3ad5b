package org.gardefroid.ingest.receive;

import java.sql.SQLException;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps messages that belong to no journal: under no topic of ours, or from no device of ours. */
final class Strangers {

    private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

    private final Transactions transactions;
    private final Directories directories;

    Strangers(Transactions transactions, Directories directories) {
        this.transactions = transactions;
        this.directories = directories;
    }

    void keep(Group.Refused refused) {
        LOG.warn("message quarantined topic={} reason={} detail={}", refused.arrival().topic(), refused.reason().code(),
                refused.detail());
        try {
            transactions.in(connection -> {
                new Quarantine(connection, directories.current()).keep(
                        new Quarantine.Entry(refused.arrival().topic(), refused.device(), refused.batch(),
                                refused.reason(), refused.detail(), refused.arrival().receivedAt()),
                        refused.arrival().payload());
                return true;
            });
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }
}

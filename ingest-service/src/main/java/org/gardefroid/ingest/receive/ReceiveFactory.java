package org.gardefroid.ingest.receive;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.Transactions;

/** Puts the receiving half together. */
@Factory
final class ReceiveFactory {

    @Singleton
    CommittedListener everyListener(List<CommittedConsumer> consumers) {
        List<CommittedConsumer> all = List.copyOf(consumers);
        return batches -> all.forEach(consumer -> consumer.committed(batches));
    }

    @Singleton
    SourceNumbers sourceNumbers() {
        return new SourceNumbers();
    }

    @Singleton
    GuardStore guardStore(DataSource pool, Directories directories, SourceNumbers sources, InstantSource clock,
            CommittedListener listener) {
        return new JdbcGuardStore(DelegatingDataSource.unwrapDataSource(pool), directories, sources, clock, listener);
    }

    @Singleton
    ForeignPacks foreignPacks(Transactions transactions, Directories directories, SourceNumbers sources,
            CommittedListener listener) {
        return new ForeignPacks(transactions, directories, sources, listener);
    }

    /** The instance is known by its name at the broker: there, too, no two can have the same at once. */
    @Singleton
    LeaseKeeper leaseKeeper(Transactions transactions, ReceiveSettings settings,
            @Value("${gardefroid.broker.client-id}") String instance) {
        return new LeaseKeeper(transactions, instance, settings.shards());
    }
}

package org.gardefroid.ingest.receive;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.guard.Admission;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.telemetry.DeviceId;

/**
 * Takes the batches of a box that will not speak any more: dead, or revoked. A person brings them from its card, and they
 * are screened, admitted and stored as if they had come by the broker.
 */
@Singleton
public final class JournalImport {

    private final Screening screening;
    private final Directories directories;
    private final LeaseKeeper leases;
    private final GroupCommit groupCommit;

    JournalImport(Directories directories, LeaseKeeper leases, GuardStore store) {
        this.screening = new Screening(directories);
        this.directories = directories;
        this.leases = leases;
        this.groupCommit = new GroupCommit(store);
    }

    /** The device, revoked or not: what it recorded before is as true as it was. */
    public Optional<KnownDevice> device(DeviceId name) {
        return directories.current().device(name);
    }

    /** Whether this instance may store for the device now; if not, another one may, or soon will. */
    public boolean serves(KnownDevice device) {
        return leases.held().containsKey(device.shard());
    }

    /**
     * Stores the batches of one device, in their order; one answer for each. Whoever cannot know what became of them (no
     * database, a lease lost) brings them again: what was stored is then a repeat.
     *
     * @throws RuntimeException if nothing can be said about them now
     */
    public List<Admission> store(KnownDevice device, List<Arrival> batches) {
        Lease lease = leases.held().get(device.shard());
        if (lease == null) {
            throw new IllegalStateException("shard " + device.shard() + " is another instance's");
        }
        List<Arrival> screened = batches.stream().map(batch -> screening.screen(batch, device)).toList();
        return screened.isEmpty() ? List.of() : groupCommit.commit(screened, Set.of(lease)).admissions();
    }
}

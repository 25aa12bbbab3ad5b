package org.gardefroid.testbed.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.database.Distributions.Unavailable;

/** Starts a database server below a folder, which keeps its data and its superuser's password. */
public final class Database {

    private Database() {}

    /** Starts it on a free port. */
    public static RunningDatabase start(Path folder, Edition wanted) {
        return start(folder, wanted, Ports.free(), List.of());
    }

    /**
     * Starts it.
     *
     * @param settings of PostgreSQL, such as {@code commit_delay=5000}; they win over ours
     */
    public static RunningDatabase start(Path folder, Edition wanted, int port, List<String> settings) {
        return start(folder, wanted, port, settings, Account.find());
    }

    static RunningDatabase start(Path folder, Edition wanted, int port, List<String> settings, Account account) {
        try {
            Path own = PrivateFiles.folder(folder);
            var data = new DataFolder(own, distribution(own, wanted, account), account);
            data.prepare();
            return RunningDatabase.start(data, port, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a database in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The editions that this machine can have; the first question may take a download. */
    public static List<Edition> editions() {
        try {
            Distributions.ofUser(Account.find()).withTimescale();
            return List.of(Edition.PLAIN, Edition.TIMESCALEDB);
        } catch (Unavailable e) {
            System.err.println(e.getMessage());
            return List.of(Edition.PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack a database: " + e.getMessage(), e);
        }
    }

    private static Distribution distribution(Path folder, Edition wanted, Account account) throws IOException {
        var distributions = Distributions.ofUser(account);
        return switch (wanted) {
            case PLAIN -> distributions.plain();
            case TIMESCALEDB -> distributions.withTimescale();
            case BEST -> best(folder, distributions, account);
        };
    }

    private static Distribution best(Path folder, Distributions distributions, Account account) throws IOException {
        if (DataFolder.hasPlainData(folder, account)) {
            return distributions.plain();
        }
        try {
            return distributions.withTimescale();
        } catch (Unavailable e) {
            System.err.println(e.getMessage() + "; going on with PostgreSQL alone");
            return distributions.plain();
        }
    }
}

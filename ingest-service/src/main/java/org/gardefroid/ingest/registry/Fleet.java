package org.gardefroid.ingest.registry;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Enters what a file tells of sites, people, devices, equipments, products and lots. Entering the same file again changes
 * nothing; what the file does not name stays as it is. All of it is entered, or nothing.
 */
@Singleton
public final class Fleet {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    private final InstantSource clock;
    private final FleetSettings settings;
    private final Transactions transactions;
    private final Directories directories;

    Fleet(FleetSettings settings, Transactions transactions, Directories directories, InstantSource clock) {
        this.clock = clock;
        this.settings = settings;
        this.transactions = transactions;
        this.directories = directories;
    }

    /** Enters the file that the configuration names, if it names one. */
    public void enterConfigured() {
        Path file = settings.file();
        try {
            if (file != null) {
                enter(Files.readString(file));
                LOG.info("fleet entered file={} devices={}", file, directories.current().devices().size());
            } else {
                directories.renew();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the fleet file cannot be read: " + file, e);
        } catch (SQLException e) {
            throw new IllegalStateException("the fleet cannot be entered: " + e.getMessage(), e);
        }
    }

    public void enter(String document) throws SQLException {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a fleet is an object with sites, people, devices, equipments, …");
        }
        transactions.in(connection -> {
            new FleetEntry(connection, clock.instant()).enter(new Fields("fleet", map));
            return true;
        });
        directories.renew();
    }
}

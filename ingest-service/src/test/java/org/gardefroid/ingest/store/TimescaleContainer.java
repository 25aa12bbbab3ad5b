package org.gardefroid.ingest.store;

import org.gardefroid.testbed.database.DatabaseServer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The database that a site runs from compose.yaml, with the edition of TimescaleDB that also compresses. */
public final class TimescaleContainer extends PostgreSQLContainer implements DatabaseServer {

    private static final DockerImageName IMAGE = DockerImageName.parse("timescale/timescaledb").withTag("2.19.3-pg17")
            .asCompatibleSubstituteFor("postgres");

    public TimescaleContainer() {
        super(IMAGE);
        withDatabaseName("postgres");
        withUsername("postgres");
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + getHost() + ":" + getMappedPort(POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public String superuser() {
        return getUsername();
    }

    @Override
    public String password() {
        return getPassword();
    }
}

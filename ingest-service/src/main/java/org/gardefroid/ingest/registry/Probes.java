package org.gardefroid.ingest.registry;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Probes extends CrudRepository<Probe, Integer> {

    Optional<Probe> findByName(String name);

    List<Probe> findByDevice(int device);
}

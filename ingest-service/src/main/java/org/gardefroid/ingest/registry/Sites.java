package org.gardefroid.ingest.registry;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Sites extends CrudRepository<Site, Integer> {

    Optional<Site> findByName(String name);
}

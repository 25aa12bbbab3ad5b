package org.gardefroid.ingest.registry;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Devices extends CrudRepository<Device, Integer> {

    Optional<Device> findByName(String name);

    List<Device> findByShardIn(Collection<Integer> shards);
}

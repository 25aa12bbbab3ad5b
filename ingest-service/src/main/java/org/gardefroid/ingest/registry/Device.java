package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What sends. {@code kind} is {@code agent} or {@code foreign}. */
@MappedEntity
public record Device(
        @Id @GeneratedValue @Nullable Integer id,
        int site,
        String name,
        int shard,
        String kind,
        @Nullable Instant revokedAt) {}

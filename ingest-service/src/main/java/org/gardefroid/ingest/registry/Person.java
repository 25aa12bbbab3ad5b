package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may see, acknowledge and decide, and who is told. What concerns signing in is the console's. */
@MappedEntity
public record Person(
        @Id @GeneratedValue @Nullable Integer id,
        int site,
        String name,
        String displayName,
        String role,
        String language,
        @Nullable String email,
        @Nullable Instant disabledAt) {}

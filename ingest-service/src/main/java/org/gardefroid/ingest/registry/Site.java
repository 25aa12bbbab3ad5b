package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** Where people work. */
@MappedEntity
public record Site(@Id @GeneratedValue @Nullable Integer id, String name, String labelFr, String labelEn,
        String timeZone) {}

package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** What keeps vaccines cold. */
@MappedEntity
public record Equipment(
        @Id @GeneratedValue @Nullable Integer id,
        int site,
        String name,
        String labelFr,
        String labelEn,
        String kind,
        String state) {}

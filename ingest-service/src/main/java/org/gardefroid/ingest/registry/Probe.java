package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A sensing tip. {@code purpose} is {@code product}, {@code air} or {@code ambient}. */
@MappedEntity
public record Probe(@Id @GeneratedValue @Nullable Integer id, int device, String name, String purpose) {}

package org.gardefroid.ingest.registry;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A door or lid whose contact a device watches. */
@MappedEntity
public record Door(@Id @GeneratedValue @Nullable Integer id, int device, int equipment, String name) {}

package org.gardefroid.ingest.console.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a page's method its {@link Visit}. */
@Singleton
final class VisitBinder implements TypedRequestArgumentBinder<Visit> {

    private final Visits visits;

    VisitBinder(Visits visits) {
        this.visits = visits;
    }

    @Override
    public Argument<Visit> argumentType() {
        return Argument.of(Visit.class);
    }

    @Override
    public BindingResult<Visit> bind(ArgumentConversionContext<Visit> context, HttpRequest<?> source) {
        Visit visit = visits.of(source);
        return () -> Optional.of(visit);
    }
}

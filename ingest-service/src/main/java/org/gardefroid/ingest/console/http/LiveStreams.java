package org.gardefroid.ingest.console.http;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.gardefroid.ingest.console.ConsoleSettings;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.account.Sessions;
import org.gardefroid.ingest.console.view.Words;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps open pages current. Every few seconds a stream looks whether its session still is one, sends the parts that have
 * changed since it last sent them, and then a beat with the time: a page that hears no beat says that it is not current.
 */
@Singleton
final class LiveStreams {

    private final Sessions sessions;
    private final Visits visits;
    private final ConsoleSettings settings;
    private final Scheduler blocking;

    LiveStreams(Sessions sessions, Visits visits, ConsoleSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.visits = visits;
        this.settings = settings;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    Publisher<Event<String>> open(Visit visit, Function<Words, List<Part>> parts) {
        Session session = visit.signedIn();
        Map<String, String> sent = new HashMap<>();
        return Flux.interval(Duration.ZERO, settings.liveEvery())
                .onBackpressureDrop() // a slow reader misses beats, not parts: each look compares with what it was sent
                .publishOn(blocking, 1)
                .concatMapIterable(tick -> look(session, visit, parts, sent), 1)
                .takeUntil(event -> "ended".equals(event.getName()));
    }

    private List<Event<String>> look(Session session, Visit visit, Function<Words, List<Part>> parts,
            Map<String, String> sent) {
        if (sessions.find(session.token()).isEmpty()) {
            return List.of(event("ended", "ended"));
        }
        Words words = visits.words(visit.words().language());
        List<Event<String>> events = new ArrayList<>();
        Set<String> now = new HashSet<>();
        for (Part part : parts.apply(words)) {
            boolean changed = !part.key().equals(sent.put(part.id(), part.key()));
            if (changed && !now.contains(part.inside())) {
                events.add(event("part", part.html().get()));
                now.add(part.id());
            }
        }
        events.add(event("beat", Long.toString(words.now().toEpochMilli())));
        return events;
    }

    private static Event<String> event(String name, String data) {
        return Event.of(data).name(name);
    }
}

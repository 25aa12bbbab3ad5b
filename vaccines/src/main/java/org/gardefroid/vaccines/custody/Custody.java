package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that was recorded, put in order: each event once, dated where another dates it. */
public final class Custody {

    private final List<Moment> moments;
    private final List<Start> starts;
    private final Map<ContainerId, Life> lives = new TreeMap<>();

    private Custody(List<Moment> moments) {
        this.moments = moments;
        this.starts = Starts.of(moments);
        for (Moment moment : moments) {
            // What is only ever taken back was never there.
            if (!(moment.event().what() instanceof Happening.Voided)) {
                Involved.in(moment.event().what()).forEach(of -> lives.computeIfAbsent(of, Life::new));
            }
        }
        for (Moment moment : moments) {
            Involved.in(moment.event().what()).stream().flatMap(of -> Stream.ofNullable(lives.get(of)))
                    .forEach(life -> life.take(moment));
        }
        for (Life life : List.copyOf(lives.values())) { // a syringe may be all that tells which lot its vial is of
            if (life.parent().isPresent() && life.container().kind() == ContainerId.Kind.SYRINGE) {
                Life vial = lives.computeIfAbsent(life.parent().get(), Life::new);
                if (vial.label().lot().isEmpty() && vial.container().kind() == ContainerId.Kind.VIAL) {
                    life.label().lot().ifPresent(lot -> vial.learn(Label.ofLot(lot.name())));
                }
            }
        }
        for (Life life : List.copyOf(lives.values())) {
            // A lot that was never placed is known by its vials' labels alone.
            life.parent().ifPresent(whole -> life.follow(lives.computeIfAbsent(whole, Life::new)));
        }
    }

    /** @param recorded in any order; one that is there twice counts once */
    public static Custody of(Collection<CustodyEvent> recorded) {
        SequencedSet<CustodyEvent> once = new LinkedHashSet<>();
        Set<String> known = new HashSet<>();
        for (CustodyEvent event : recorded.stream().sorted((a, b) -> Long.compare(a.order(), b.order())).toList()) {
            // Two doses given at one instant are two, unless an id says that they are one: none may be lost.
            boolean isNew = event.id().map(known::add).orElseGet(() -> event.what() instanceof Happening.Used
                    || once.stream().noneMatch(other -> other.at().isPresent() && other.at().equals(event.at())
                            && other.what().equals(event.what()) && other.by().equals(event.by())));
            if (isNew) {
                once.add(event);
            }
        }
        return new Custody(ordered(dated(once)));
    }

    private static List<CustodyEvent> dated(Collection<CustodyEvent> events) {
        Map<String, Instant> dates = new HashMap<>();
        for (CustodyEvent event : events) {
            if (event.what() instanceof Happening.Dated(String of) && event.at().isPresent()) {
                // Of two the earlier counts: no later word gives time back.
                dates.merge(of, event.at().get(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        List<CustodyEvent> dated = new ArrayList<>();
        for (CustodyEvent event : events) {
            // A dating belongs to what it dates, and stands for nothing itself.
            if (!(event.what() instanceof Happening.Dated)) {
                Optional<Instant> date = event.id().map(dates::get);
                dated.add(event.at().isEmpty() && date.isPresent() ? event.datedTo(date.get()) : event);
            }
        }
        return dated;
    }

    private static List<Moment> ordered(List<CustodyEvent> events) {
        List<Moment> moments = new ArrayList<>();
        for (CustodyEvent event : events) {
            Instant when = event.at().orElseGet(() -> events.stream()
                    .filter(other -> other.at().isPresent() && other.order() < event.order())
                    .map(other -> other.at().orElseThrow()).max(Instant::compareTo).orElse(Instant.EPOCH));
            moments.add(new Moment(when, event));
        }
        moments.sort(Moment.ORDER);
        return List.copyOf(moments);
    }

    /** Lots, vials and syringes, in this order, each by name. */
    public List<ContainerId> containers() {
        return List.copyOf(lives.keySet());
    }

    /** The latest time that any event has. */
    public Optional<Instant> latest() {
        return moments.stream().filter(Moment::isDated).map(Moment::when).max(Instant::compareTo);
    }

    List<Moment> moments() {
        return moments;
    }

    Life life(ContainerId container) {
        Life life = lives.get(container);
        if (life == null) {
            throw new IllegalArgumentException("nothing was recorded of " + container);
        }
        return life;
    }

    Collection<Life> lives() {
        return lives.values();
    }

    /** The clocks of a container and of what it comes from, those taken back as well. */
    List<Start> starts(Life life) {
        return starts.stream().filter(start -> life.inherits(start.container(), start.when())).toList();
    }

    /** Whether a box that it has been in or beside since that lost the time runs without it still. */
    boolean isTimeUnknown(Life life) {
        return Losses.of(moments).isTimeUnknown(life);
    }
}

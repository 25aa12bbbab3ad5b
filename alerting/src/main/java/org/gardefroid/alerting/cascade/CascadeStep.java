package org.gardefroid.alerting.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Those who are told together.
 *
 * @param patience for how long an answer to the step before is waited for; of the first step, how long it waits itself
 */
public record CascadeStep(Duration patience, List<Call> calls) {

    public CascadeStep {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("a step does not wait less than nothing: " + patience);
        }
        calls = List.copyOf(calls);
    }

    /** A person who is to be told now, by one channel. */
    public record Summons(String person, Channel channel) {}

    /**
     * Whom a step reaches at one moment.
     *
     * @param summons each once, in the order of the calls
     * @param unmanned rotas that had nobody on call then; that is an alarm of its own
     */
    public record Reach(Set<Summons> summons, Set<String> unmanned) {

        public Reach {
            summons = Collections.unmodifiableSet(new LinkedHashSet<>(summons));
            unmanned = Collections.unmodifiableSet(new LinkedHashSet<>(unmanned));
        }
    }

    /**
     * @param rotas by name; one that is not here has nobody on call
     * @param isOpen whether the site is within its opening hours
     */
    public Reach reach(Map<String, Rota> rotas, boolean isOpen, Instant now) {
        Set<Summons> summons = new LinkedHashSet<>();
        Set<String> unmanned = new LinkedHashSet<>();
        for (Call call : calls) {
            if (call.when().fits(isOpen)) {
                switch (call.who()) {
                    case Addressee.Named(String person) -> summons.add(new Summons(person, call.channel()));
                    case Addressee.OnCall(String name) -> {
                        List<String> people = rotas.getOrDefault(name, Rota.EMPTY).onCall(now);
                        people.forEach(person -> summons.add(new Summons(person, call.channel())));
                        if (people.isEmpty()) {
                            unmanned.add(name);
                        }
                    }
                }
            }
        }
        return new Reach(summons, unmanned);
    }
}

package org.gardefroid.system.chain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gardefroid.cli.demo.Disturbance;
import org.gardefroid.cli.demo.RunningAgent;
import org.gardefroid.testbed.site.Site;

/** Kills each program of the chain once, in mid-stream, and starts it again. */
final class Kills implements Disturbance {

    /** What is killed, and when, from the beginning of the simulated day. */
    private record Kill(Duration at, Victim victim) {}

    private interface Victim {
        void killAndRestart(Site site, List<RunningAgent> agents);
    }

    private final Deque<Kill> due = new ArrayDeque<>(List.of(
            // Its door stands open, and an excursion is about to begin.
            new Kill(Duration.ofMinutes(75), (site, agents) -> agents.stream()
                    .filter(agent -> agent.device().equals("relais-1")).forEach(RunningAgent::killAndRestart)),
            // The relay fridge's excursion goes on, and a vial has run out.
            new Kill(Duration.ofMinutes(130), (site, agents) -> {
                site.service().kill9();
                site.restartService();
            }),
            new Kill(Duration.ofMinutes(290), (site, agents) -> {
                site.broker().kill9();
                site.broker().restart();
            }),
            new Kill(Duration.ofMinutes(345), (site, agents) -> {
                site.database().kill9();
                site.database().restart();
            })));

    private Optional<Instant> begin = Optional.empty();

    @Override
    public void follow(Instant simulated, Site site, List<RunningAgent> agents) {
        if (begin.isEmpty()) {
            begin = Optional.of(simulated);
        }
        while (!due.isEmpty() && !simulated.isBefore(begin.get().plus(due.peek().at()))) {
            due.remove().victim().killAndRestart(site, agents);
        }
    }

    boolean areAllDone() {
        return due.isEmpty();
    }
}

package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes alarms agree with facts: one cause, one alarm.
 *
 * <p>It looks only at what is, not at what has changed. So it may be done again at any time, and done twice it does
 * nothing the second time.
 *
 * @param newIds gives each alarm its identity
 * @param late what ended longer ago than this when it became known wakes nobody
 */
public record Reconciliation(Supplier<AlarmId> newIds, Duration late) {

    private static final Comparator<Alarm> EARLIEST = Comparator.comparing(Alarm::since)
            .thenComparing(alarm -> alarm.id().value());

    /**
     * What has to be done to the alarms of one equipment.
     *
     * <p>Choose an instant: no later than the beginning of any alarm that is not closed or withdrawn, and of any fact that
     * has changed.
     *
     * @param alarms all, in whatever state, that were not over before that instant
     * @param facts all that are true and were not over before that instant
     * @param judgedBefore up to when the facts were known that {@code alarms} came from: what begins later is new, what
     *     overlaps is the same alarm still
     */
    public List<AlarmChange> reconcile(
            Collection<Alarm> alarms, Collection<? extends Fact> facts, Instant judgedBefore, Instant now) {
        List<Alarm> closed = alarms.stream().filter(alarm -> alarm.state() instanceof AlarmState.Closed).toList();
        Map<Group, List<Fact>> open = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.severity() != Severity.NOTE && closed.stream().noneMatch(alarm -> settles(alarm, fact))) {
                open.computeIfAbsent(Group.of(fact), group -> new ArrayList<>()).add(fact);
            }
        }
        Map<Group, List<Alarm>> live = new LinkedHashMap<>();
        for (Alarm alarm : alarms) {
            if (!alarm.state().isFinal()) {
                live.computeIfAbsent(Group.of(alarm), group -> new ArrayList<>()).add(alarm);
            }
        }
        Set<Group> groups = new LinkedHashSet<>(live.keySet());
        groups.addAll(open.keySet());
        List<AlarmChange> changes = new ArrayList<>();
        for (Group group : groups) {
            changes.addAll(reconcile(group, live.getOrDefault(group, List.of()),
                    FactCluster.of(open.getOrDefault(group, List.of())), judgedBefore, now));
        }
        return changes;
    }

    /** A closed alarm is not opened again: it has what it had, and what proves to be part of that. */
    private static boolean settles(Alarm closed, Fact fact) {
        return closed.facts().contains(fact.id())
                || Group.of(closed).equals(Group.of(fact))
                        && !fact.severity().isWorseThan(closed.severity())
                        && !fact.id().since().isAfter(closed.until().orElse(Instant.MAX))
                        && fact.endedAt().filter(end -> !end.isBefore(closed.since())
                                && !end.isAfter(closed.until().orElse(Instant.MAX))).isPresent();
    }

    private List<AlarmChange> reconcile(
            Group group, List<Alarm> alarms, List<FactCluster> clusters, Instant judgedBefore, Instant now) {
        List<AlarmChange> changes = new ArrayList<>();
        Map<Alarm, FactCluster> owned = new LinkedHashMap<>();
        Map<FactCluster, AlarmId> owners = new LinkedHashMap<>();
        // What goes on has the first choice: who was told of an alarm that runs was told of what still runs.
        for (FactCluster cluster : clusters.stream()
                .sorted(Comparator.comparing(FactCluster::isOngoing).reversed()).toList()) {
            Optional<Alarm> owner = alarms.stream()
                    .filter(alarm -> !owned.containsKey(alarm) && isOf(alarm, cluster, judgedBefore))
                    .min(EARLIEST);
            owner.ifPresent(alarm -> {
                owned.put(alarm, cluster);
                owners.put(cluster, alarm.id());
            });
        }
        for (Map.Entry<Alarm, FactCluster> each : owned.entrySet()) {
            changes.addAll(follow(each.getKey(), each.getValue(), now));
        }
        for (FactCluster cluster : clusters) {
            if (!owners.containsKey(cluster)) {
                Optional<Alarm> before = alarms.stream()
                        .filter(alarm -> isOf(alarm, cluster, judgedBefore)).min(EARLIEST);
                Alarm raised = raise(group, cluster, now);
                owners.put(cluster, raised.id());
                changes.add(before.<AlarmChange>map(from -> new AlarmChange.Split(raised, from.id(),
                        telling(cluster, now)))
                        .orElseGet(() -> new AlarmChange.Raised(raised, telling(cluster, now))));
            }
        }
        for (Alarm alarm : alarms) {
            if (!owned.containsKey(alarm)) {
                Alarm withdrawn = alarm.after(new AlarmEvent.Withdrawal(now));
                changes.add(clusters.stream().filter(cluster -> isOf(alarm, cluster, judgedBefore)).findFirst()
                        .<AlarmChange>map(
                                into -> new AlarmChange.Merged(withdrawn, Objects.requireNonNull(owners.get(into))))
                        .orElseGet(() -> new AlarmChange.Withdrawn(withdrawn)));
            }
        }
        return changes;
    }

    private static boolean isOf(Alarm alarm, FactCluster cluster, Instant judgedBefore) {
        if (cluster.facts().stream().anyMatch(fact -> alarm.facts().contains(fact.id()))) {
            return true;
        }
        Instant end = alarm.until().orElse(judgedBefore);
        return !cluster.since().isAfter(end) && !cluster.until().orElse(Instant.MAX).isBefore(alarm.since());
    }

    private List<AlarmChange> follow(Alarm before, FactCluster cluster, Instant now) {
        Alarm after = before.over(cluster);
        boolean isWorse = after.severity().isWorseThan(before.severity());
        boolean wasRunning = before.until().isEmpty();
        if (isWorse) {
            after = after.after(new AlarmEvent.Worsening(now));
        }
        if (cluster.until().isPresent() && !cluster.until().equals(before.until())) {
            after = after.after(new AlarmEvent.Clearing(cluster.until().get()));
        } else if (cluster.isOngoing() && !wasRunning) {
            after = after.after(new AlarmEvent.Resumption(now));
        }
        List<AlarmChange> changes = new ArrayList<>();
        if (isWorse) {
            changes.add(new AlarmChange.Worsened(after, before.severity(), telling(cluster, now)));
        }
        if (wasRunning && !cluster.isOngoing()) {
            changes.add(new AlarmChange.Cleared(after));
        } else if (!wasRunning && cluster.isOngoing()) {
            changes.add(new AlarmChange.Resumed(after));
        }
        if (changes.isEmpty() && !after.equals(before)) {
            changes.add(new AlarmChange.Lengthened(after));
        }
        return changes;
    }

    private Alarm raise(Group group, FactCluster cluster, Instant now) {
        Alarm raised = new Alarm(newIds.get(), group.subject(), group.cause(), cluster.severity(), cluster.since(),
                cluster.until(), cluster.ids(), new AlarmState.Raised(now));
        return cluster.until().map(end -> raised.after(new AlarmEvent.Clearing(end))).orElse(raised);
    }

    private Telling telling(FactCluster cluster, Instant now) {
        boolean isLateAndOver = cluster.until().filter(end -> end.isBefore(now.minus(late))).isPresent();
        return isLateAndOver ? Telling.LIST : Telling.WAKE;
    }

    /** What alarms are told apart by, besides time. */
    private record Group(Subject subject, Cause cause) {

        static Group of(Fact fact) {
            return new Group(Alarm.subjectOf(fact), fact.cause());
        }

        static Group of(Alarm alarm) {
            return new Group(alarm.subject(), alarm.cause());
        }
    }
}

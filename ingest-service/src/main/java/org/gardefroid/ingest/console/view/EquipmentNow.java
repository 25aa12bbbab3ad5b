package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One equipment as it is known at a moment.
 *
 * @param lowest of the range, in thousandths of a degree, as {@code highest}
 * @param lastHeardAt when anything of its device arrived, by our clock
 */
public record EquipmentNow(
        int id,
        String name,
        String labelFr,
        String labelEn,
        String kind,
        String service,
        int site,
        int lowest,
        int highest,
        Optional<Instant> lastHeardAt,
        List<ProbeNow> probes,
        List<DoorNow> doors,
        List<DoseClock> clocks,
        List<AlarmLine> alarms,
        Sparkline sparkline,
        Instant now) {

    /** A record is made each minute: after five, the figure is not "now" any more, and says so. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(5);

    public static final Duration SILENT_AFTER = Duration.ofMinutes(15);

    /** Of several product probes, the one that is farthest out speaks for the equipment. */
    public Optional<ProbeNow> leading() {
        return probes.stream()
                .filter(ProbeNow::product)
                .max(Comparator.comparingInt(this::outBy)
                        .thenComparing(probe -> probe.measuredAt().orElse(Instant.MIN)));
    }

    private int outBy(ProbeNow probe) {
        int temperature = probe.milliCelsius().orElse((lowest + highest) / 2);
        return Math.max(temperature - highest, lowest - temperature);
    }

    public Optional<Instant> measuredAt() {
        return leading().flatMap(ProbeNow::measuredAt);
    }

    public boolean isStale() {
        return measuredAt().map(at -> at.plus(STALE_AFTER).isBefore(now)).orElse(true);
    }

    public boolean isOut() {
        return leading().map(probe -> outBy(probe) > 0).orElse(false);
    }

    public Optional<DoorNow> openDoor() {
        return doors.stream().filter(DoorNow::isOpen).findFirst();
    }

    public Standing standing() {
        if (alarms.stream().anyMatch(alarm -> alarm.coldChain() && alarm.isGoingOn())) {
            return Standing.ALARM;
        }
        if (!service.equals("in-service") || leading().isEmpty()) {
            return Standing.UNWATCHED;
        }
        Optional<Instant> measured = measuredAt();
        if (measured.isEmpty() || measured.get().plus(SILENT_AFTER).isBefore(now)) {
            boolean heard = lastHeardAt.isPresent() && lastHeardAt.get().plus(STALE_AFTER).isAfter(now);
            return heard && measured.isPresent() ? Standing.CATCHING_UP : Standing.SILENT;
        }
        if (leading().get().fault().isPresent()) {
            return Standing.FAULT;
        }
        return isOut() ? Standing.OUT : Standing.IN_RANGE;
    }

    public EquipmentNow with(Sparkline drawn) {
        return new EquipmentNow(id, name, labelFr, labelEn, kind, service, site, lowest, highest, lastHeardAt, probes,
                doors,
                clocks, alarms, drawn, now);
    }

    public String label(Words words) {
        return words.pick(labelFr, labelEn);
    }
}

package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every equipment that a person may see, the worst first, and what waits for an answer.
 *
 * @param others alarms of a device alone
 */
public record Board(List<EquipmentNow> equipments, List<AlarmLine> others, Instant now) {

    public static Board of(List<EquipmentNow> equipments, List<AlarmLine> others, Instant now) {
        return new Board(equipments.stream()
                .sorted(Comparator.comparing(EquipmentNow::standing).thenComparing(EquipmentNow::name))
                .toList(), others, now);
    }

    /** Those that go on before those that are over, the latest first. */
    public List<AlarmLine> alarms() {
        return Stream.concat(others.stream(), equipments.stream().flatMap(equipment -> equipment.alarms().stream()))
                .sorted(Comparator.comparing(AlarmLine::isGoingOn)
                        .thenComparing(AlarmLine::critical)
                        .thenComparing(AlarmLine::raisedAt)
                        .reversed())
                .toList();
    }

    public long count(Standing standing) {
        return equipments.stream().filter(equipment -> equipment.standing() == standing).count();
    }

    /** What the page is laid out by: when it changes, cards have come, gone or changed places. */
    public String shape() {
        return String.join(" ", equipments.stream().map(EquipmentNow::name).toList());
    }

    public Board ofSite(int site) {
        return new Board(equipments.stream().filter(equipment -> equipment.site() == site).toList(),
                others.stream().filter(alarm -> alarm.site() == site).toList(), now);
    }
}

package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gardefroid.alerting.cascade.ClosedDays;
import org.gardefroid.alerting.cascade.Hours;
import org.gardefroid.alerting.cascade.OpeningHours;
import org.gardefroid.alerting.cascade.Rota;
import org.gardefroid.ingest.notify.rota.CallHours;

import static java.util.stream.Collectors.toSet;

/**
 * Who is on call by one rota, from a moment on.
 *
 * @param shifts one after another without a gap, from that moment to the end of what is written out; at least one
 * @param enteredBy empty if nobody did, or it was the fleet file
 * @param isAsked whether a step of a cascade calls it
 */
public record RotaPage(String name, int site, String siteFr, String siteEn, List<Shift> shifts,
        Optional<Instant> enteredAt, String enteredBy, boolean isAsked) {

    /** How far ahead each duty is listed: what is planned month by month has its next month in sight. */
    private static final Duration LISTED = Duration.ofDays(35);

    /**
     * A stretch with the same people on call.
     *
     * @param people empty for nobody
     * @param isHole nobody, while a step of a cascade would ask
     */
    public record Shift(Instant from, Instant until, List<String> people, boolean isHole) {}

    public RotaPage {
        shifts = List.copyOf(shifts);
    }

    /** The days and hours of a site as they are kept, and what its steps say. */
    public static CallHours hours(ZoneId zone, String opening, String closed, String hours) {
        return new CallHours(zone, OpeningHours.parse(opening),
                new ClosedDays(split(closed).stream().map(ClosedDays.Days::parse).toList()),
                split(hours).stream().map(Hours::ofCode).collect(toSet()));
    }

    private static List<String> split(String words) {
        return words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1));
    }

    public static List<Shift> shifts(Rota rota, CallHours hours, Instant from, Instant until) {
        TreeSet<Instant> changes = new TreeSet<>(List.of(from));
        rota.duties().forEach(duty -> changes.addAll(List.of(duty.from(), duty.until())));
        List<Shift> shifts = new ArrayList<>();
        for (Instant at : changes.subSet(from, until)) {
            List<String> people = rota.onCall(at);
            if (shifts.isEmpty() || !shifts.getLast().people.equals(people)) {
                shifts.add(new Shift(at, until, people, false));
            }
        }
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            Instant end = i + 1 < shifts.size() ? shifts.get(i + 1).from : until;
            boolean isHole = shift.people.isEmpty()
                    && (!hours.isAsked() || hours.noticed(new Rota.Hole(shift.from, end)).isPresent());
            shifts.set(i, new Shift(shift.from, end, shift.people, isHole));
        }
        return shifts;
    }

    public String siteLabel(Words words) {
        return words.pick(siteFr, siteEn);
    }

    public Shift now() {
        return shifts.getFirst();
    }

    /** Who comes after whoever is on call now, a hole in between left out. */
    public Optional<Shift> next() {
        return shifts.stream().skip(1).filter(shift -> !shift.people.isEmpty()).findFirst();
    }

    public List<Shift> listed() {
        Instant end = now().from.plus(LISTED);
        return shifts.stream().filter(shift -> shift.from.isBefore(end)).toList();
    }

    public Optional<Shift> firstHole() {
        return shifts.stream().filter(Shift::isHole).findFirst();
    }

    /** As it is said of one stretch. */
    public static String who(Shift shift, Words words) {
        return shift.people.isEmpty()
                ? words.say(shift.isHole ? "rota.nobody" : "rota.nobody-needed")
                : String.join(", ", shift.people);
    }
}

package org.gardefroid.edge.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;

/** Asks everything that is wired, once a cycle. What it finds the first time is told too: nobody knows it yet. */
public final class Sampler {

    private static final int STEP = 5;
    private static final int LOW = 20;

    private final Station station;
    private final List<Event> first;
    private final Map<ProbeId, WatchedProbe> probes = new TreeMap<>();
    private final Map<Object, Boolean> switches = new HashMap<>();
    private final Map<DoorId, Long> openSince = new HashMap<>();
    private Optional<Integer> battery = Optional.empty();
    private final Map<String, ProbeFault> faults = new HashMap<>();
    private Optional<Seen.Refused> refused = Optional.empty();
    private boolean started;

    /**
     * @param first what this start itself has to tell, before anything is asked
     * @param watches how each probe is watched until a brief says otherwise
     */
    public Sampler(Station station, List<Event> first, Function<ProbeId, Watch> watches) {
        this.station = station;
        this.first = List.copyOf(first);
        station.probes().forEach((id, tip) -> probes.put(id, new WatchedProbe(id, tip, watches.apply(id))));
    }

    /** From the next cycle on. */
    public void watch(Function<ProbeId, Watch> watches) {
        probes.forEach((id, probe) -> probe.watch(watches.apply(id)));
    }

    /** What is worth a record now, in the order in which it is to be recorded. */
    public List<Sampled> cycle(Moment now) {
        List<Sampled> found = new ArrayList<>();
        if (!started) {
            started = true;
            first.forEach(event -> found.add(new Sampled(event, event instanceof Event.JournalSetAside)));
            switches.put("clock", now.wall().isPresent());
        }
        tell(found, "clock", now.wall().isPresent(), Event.ClockChanged::new);
        faults.clear();
        station.power().ifPresent(power -> {
            tell(found, "power", power.isOnMains(), power.fault(), Event.PowerChanged::new);
            power.battery().filter(_ -> !faults.containsKey("power")).ifPresent(level -> tell(found, level));
        });
        station.orientation().ifPresent(vials -> {
            tell(found, "orientation", vials.isUpright(), vials.fault(), Event.VialsTurned::new);
            if (vials.wasStruck()) {
                found.add(new Sampled(new Event.VialsStruck(), true));
            }
        });
        for (Map.Entry<DoorId, DoorContact> door : new TreeMap<>(station.doors()).entrySet()) {
            boolean isOpen = door.getValue().isOpen();
            tell(found, door.getKey(), isOpen, open -> new Event.DoorMoved(door.getKey(), open));
            openSince.compute(door.getKey(),
                    (_, since) -> !isOpen ? null : since == null ? now.monotonicMillis() : since);
        }
        station.vials().forEach(vials -> {
            vials.handledSinceLastAsked().forEach(handled -> found.add(new Sampled(handled, true)));
            vials.refusedSinceLastAsked()
                    .ifPresent(what -> refused = Optional.of(new Seen.Refused(what, now.monotonicMillis())));
            vials.fault().ifPresent(why -> faults.put("vials", why));
        });
        probes.values().forEach(probe -> {
            probe.sample(now.monotonicMillis()).ifPresent(found::add);
            probe.humidity(now.monotonicMillis()).ifPresent(found::add);
        });
        return found;
    }

    /** A battery's last figure wavers: told is each step of five, and each of one from {@link #LOW} on. */
    private void tell(List<Sampled> found, Event.BatteryLevel level) {
        int step = level.percent() <= LOW ? 1 : STEP;
        if (battery.isEmpty() || Math.abs(battery.get() - level.percent()) >= step) {
            battery = Optional.of(level.percent());
            found.add(new Sampled(level, false));
        }
    }

    /** What was said in the latest cycle. */
    public Seen seen() {
        Map<ProbeId, Seen.Tip> tips = new HashMap<>();
        probes.forEach((id, probe) -> tips.put(id, probe.seen()));
        return new Seen(tips, openSince, now("power"), now("orientation"), faults, refused,
                station.calibrations().get());
    }

    private Optional<Boolean> now(String sense) {
        return faults.containsKey(sense) ? Optional.empty() : Optional.ofNullable(switches.get(sense));
    }

    /** A sense at fault tells nothing: what it said last is not how it is now. */
    private void tell(List<Sampled> found, String sense, boolean state, Optional<ProbeFault> fault,
            Function<Boolean, Event> event) {
        fault.ifPresentOrElse(why -> faults.put(sense, why), () -> tell(found, sense, state, event));
    }

    private void tell(List<Sampled> found, Object what, boolean state, Function<Boolean, Event> event) {
        Boolean before = switches.put(what, state);
        if (before == null || before != state) {
            found.add(new Sampled(event.apply(state), false));
        }
    }
}

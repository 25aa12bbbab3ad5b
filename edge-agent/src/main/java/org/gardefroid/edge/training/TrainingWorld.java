package org.gardefroid.edge.training;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gardefroid.edge.sampling.ButtonForVials;
import org.gardefroid.edge.sampling.Calibration;
import org.gardefroid.edge.sampling.Station;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.simulated.CoolBox;
import org.gardefroid.hardware.simulated.HandMoved;
import org.gardefroid.hardware.simulated.Scenario;
import org.gardefroid.hardware.simulated.SimulatedProbe;
import org.gardefroid.hardware.simulated.ThermalModel;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.VialStep;

/** The cool box that is not there, and what is done to it. */
public final class TrainingWorld {

    private static final double PACK_KILOGRAMS = 2.5;
    private static final double HEAT_WAVE_CELSIUS = 38;
    private static final int UNCERTAINTY_MILLI_CELSIUS = 200;

    private static final int HUMID_CLOSED = 80;
    private static final int HUMID_OPEN = 55;

    /** That a calibration still holds, or held no longer. */
    private static final int DAYS = 10;

    private final HandMoved surroundings;
    private final Set<Move> done = EnumSet.noneOf(Move.class);
    private final AtomicInteger presses = new AtomicInteger();
    private final AtomicBoolean struck = new AtomicBoolean();
    private final Queue<String> scans = new ConcurrentLinkedQueue<>();
    private final TrainingBattery battery;
    private final TrainingClock clock;
    private final TrainingLink link;

    public TrainingWorld(TrainingClock clock, TrainingLink link) {
        this.clock = clock;
        this.link = link;
        this.surroundings = new HandMoved(clock.instant());
        this.battery = new TrainingBattery(clock);
    }

    /** @param scanner what is scanned, see {@link #scansSinceLastAsked} */
    public Station station(JournalId journal, VialReader scanner) {
        ThermalModel model = new CoolBox(surroundings, PACK_KILOGRAMS);
        Scenario quiet = Scenario.quiet(surroundings.start());
        TemperatureProbe product = new SimulatedProbe(TrainingBrief.PRODUCT, ProbePurpose.PRODUCT, model, quiet, 1,
                clock);
        TemperatureProbe bare = new SimulatedProbe(TrainingBrief.AIR, ProbePurpose.AIR, model, quiet, 2, clock);
        TemperatureProbe air = new TemperatureProbe() {
            @Override
            public Measurement read() {
                return bare.read();
            }

            @Override
            public OptionalInt humidityPercent() {
                return OptionalInt.of(isDone(Move.LID) ? HUMID_OPEN : HUMID_CLOSED);
            }
        };
        Map<ProbeId, TemperatureProbe> probes = Map.of(TrainingBrief.PRODUCT,
                () -> isDone(Move.PROBE) ? ProbeFault.DISCONNECTED : product.read(), TrainingBrief.AIR, air);
        return new Station(probes, Map.of(TrainingBrief.LID, () -> isDone(Move.LID)),
                Optional.of(battery), Optional.of(new VialOrientation() {
                    @Override
                    public boolean isUpright() {
                        return !isDone(Move.TIP);
                    }

                    @Override
                    public boolean wasStruck() {
                        return struck.getAndSet(false);
                    }
                }),
                List.of(scanner,
                        new ButtonForVials(() -> presses.getAndSet(0), "dose-" + journal.value().substring(0, 8),
                                TrainingBrief.VACCINE, VialStep.RECONSTITUTED)),
                this::calibrations);
    }

    private Map<ProbeId, Calibration> calibrations() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Map.of(TrainingBrief.PRODUCT, new Calibration(0, UNCERTAINTY_MILLI_CELSIUS,
                today.plusDays(isDone(Move.CALIBRATION) ? -DAYS : DAYS), "exercice"));
    }

    /** What the scanner sends. */
    public void scan(String code) {
        scans.add(code);
    }

    /** In order. */
    public List<String> scansSinceLastAsked() {
        List<String> taken = new ArrayList<>();
        for (String code = scans.poll(); code != null; code = scans.poll()) {
            taken.add(code);
        }
        return taken;
    }

    public synchronized void set(Move move, boolean isBack) {
        if (isBack) {
            done.remove(move);
        } else if (!move.words(true).isEmpty()) {
            done.add(move);
        }
        switch (move) {
            case LID -> surroundings.openDoor(!isBack);
            case ICE -> surroundings.meltIce(!isBack);
            case HEAT -> surroundings.putAt(isBack ? Scenario.USUAL_AMBIENT_CELSIUS : HEAT_WAVE_CELSIUS);
            case NETWORK -> link.cut(!isBack);
            case CLOCK -> clock.lose(!isBack);
            case HANG -> clock.hang(!isBack);
            case SPEED -> clock.run(isBack ? 1 : 60);
            case DOSE -> presses.incrementAndGet();
            case END -> clock.end();
            case POWER -> battery.connect(isBack);
            case BATTERY -> battery.drain(!isBack);
            case SHOCK -> struck.set(true);
            case TIP, PROBE, CALIBRATION, SCAN, HEARD, QUIET -> {
            }
        }
    }

    public synchronized boolean isDone(Move move) {
        return done.contains(move);
    }
}

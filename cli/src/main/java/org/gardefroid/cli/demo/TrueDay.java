package org.gardefroid.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gardefroid.cli.account.Due;
import org.gardefroid.hardware.simulated.Climate;
import org.gardefroid.hardware.simulated.ScenarioStep;
import org.gardefroid.hardware.simulated.ThermalModel;
import org.gardefroid.telemetry.VialStep;

/**
 * What the true temperatures and the script of a day were due, told by the simulation itself: no probe, no noise, no record
 * and none of the rules' code.
 */
final class TrueDay {

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final double HIGHEST_CELSIUS = 8.0;
    private static final double LOWEST_CELSIUS = 2.0;
    /** Presets: a refrigerator warns after 15 minutes out of 2 to 8 °C, a cool box after 10; a door after 5. */
    private static final Duration FRIDGE_TOLERANCE = Duration.ofMinutes(15);
    private static final Duration BOX_TOLERANCE = Duration.ofMinutes(10);
    private static final Duration DOOR_TOLERANCE = Duration.ofMinutes(5);
    /** A cool box tells that its product will leave the range once its air has been above it for twelve minutes. */
    private static final Duration AIR_TOLERANCE = Duration.ofMinutes(12);
    /** Varivax: discard 30 minutes after reconstitution. */
    private static final Duration DOSE = Duration.ofMinutes(30);

    private final DemoDay day;
    private final Instant end;

    TrueDay(DemoDay day, Instant end) {
        this.day = day;
        this.end = end;
    }

    List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (SimulatedEquipment equipment : day.equipments()) {
            excursions(equipment, due);
            for (ScenarioStep step : equipment.scenario(day.start()).steps()) {
                door(equipment, step).ifPresent(due::add);
                dose(equipment, step).ifPresent(due::add);
            }
        }
        return due;
    }

    private void excursions(SimulatedEquipment equipment, List<Due> due) {
        Duration tolerance = equipment.isCoolBox() ? BOX_TOLERANCE : FRIDGE_TOLERANCE;
        stretches(equipment, Due.TOO_WARM, climate -> climate.bufferedTip() > HIGHEST_CELSIUS, tolerance, due);
        stretches(equipment, Due.TOO_COLD, climate -> climate.bufferedTip() < LOWEST_CELSIUS, tolerance, due);
        if (equipment.isCoolBox()) {
            stretches(equipment, Due.AHEAD, climate -> climate.bareTip() > HIGHEST_CELSIUS, AIR_TOLERANCE, due);
        }
    }

    private void stretches(SimulatedEquipment equipment, String kind, Predicate<Climate> isOut, Duration tolerance,
            List<Due> due) {
        ThermalModel model = equipment.model(day.start());
        Optional<Instant> outSince = Optional.empty();
        for (Instant at = day.start(); !at.isAfter(end); at = at.plus(STEP)) {
            boolean out = isOut.test(model.at(at));
            if (out && outSince.isEmpty()) {
                outSince = Optional.of(at);
            } else if (!out && outSince.isPresent()) {
                addIfLong(kind, equipment, outSince.get(), at, tolerance, due);
                outSince = Optional.empty();
            }
        }
        if (outSince.isPresent()) {
            addIfLong(kind, equipment, outSince.get(), end, tolerance, due);
        }
    }

    private static void addIfLong(String kind, SimulatedEquipment equipment, Instant since, Instant until,
            Duration tolerance, List<Due> due) {
        if (Duration.between(since, until).compareTo(tolerance) >= 0) {
            due.add(new Due(kind, equipment.name(), equipment.productProbe(), since, until));
        }
    }

    private Optional<Due> door(SimulatedEquipment equipment, ScenarioStep step) {
        Instant from = day.start().plus(step.from());
        return step instanceof ScenarioStep.DoorOpen && step.lasts().compareTo(DOOR_TOLERANCE) >= 0
                && !from.plus(DOOR_TOLERANCE).isAfter(end)
                        ? Optional.of(new Due(Due.DOOR, equipment.name(), equipment.door(), from,
                                from.plus(step.lasts())))
                        : Optional.empty();
    }

    private Optional<Due> dose(SimulatedEquipment equipment, ScenarioStep step) {
        if (!(step instanceof ScenarioStep.VialRead read) || read.handled().step() != VialStep.RECONSTITUTED) {
            return Optional.empty();
        }
        Instant deadline = day.start().plus(step.from()).plus(DOSE);
        boolean finishedInTime = equipment.scenario(day.start()).steps().stream()
                .anyMatch(later -> later instanceof ScenarioStep.VialRead other
                        && other.handled().vial().equals(read.handled().vial())
                        && other.handled().step() == VialStep.FINISHED
                        && day.start().plus(other.from()).isBefore(deadline));
        return finishedInTime || deadline.isAfter(end)
                ? Optional.empty()
                : Optional.of(new Due(Due.DOSE, equipment.name(), read.handled().vial().value(), deadline, deadline));
    }
}

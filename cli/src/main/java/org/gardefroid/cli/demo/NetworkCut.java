package org.gardefroid.cli.demo;

import java.sql.SQLException;
import java.time.Instant;
import org.gardefroid.testbed.network.Cable;

import static org.gardefroid.cli.Words.say;

/** The time without a network: the cable is pulled, plugged in again, and what was kept in between is counted. */
final class NetworkCut {

    private enum Stage {
        BEFORE, CUT, CATCHING_UP, OVER
    }

    private final Cable cable;
    private final Story story;
    private final Teller teller;
    private final DemoDay day;
    private final String device;
    private Stage stage = Stage.BEFORE;

    NetworkCut(Cable cable, Story story, Teller teller, DemoDay day) {
        this.cable = cable;
        this.story = story;
        this.teller = teller;
        this.day = day;
        this.device = day.equipments().stream().filter(SimulatedEquipment::isCoolBox).findFirst().orElseThrow()
                .device();
    }

    void follow(Instant simulated) throws SQLException {
        Instant from = day.start().plus(DemoDay.CUT_AT);
        Instant until = from.plus(DemoDay.CUT_FOR);
        switch (stage) {
            case BEFORE -> {
                if (!simulated.isBefore(from)) {
                    cable.pull();
                    teller.now(say("story.cut"));
                    stage = Stage.CUT;
                }
            }
            case CUT -> {
                if (!simulated.isBefore(until)) {
                    cable.plugIn();
                    teller.now(say("story.plugged"));
                    stage = Stage.CATCHING_UP;
                }
            }
            case CATCHING_UP -> {
                if (story.readings(device, until, DemoDay.CUT_FOR) > 0 && everythingOfTheCut(from) > 0) {
                    teller.now(say("story.caught-up", everythingOfTheCut(from)));
                    stage = Stage.OVER;
                }
            }
            case OVER -> {
            }
        }
    }

    private long everythingOfTheCut(Instant from) throws SQLException {
        return story.readings(device, from, DemoDay.CUT_FOR);
    }

    /** However the demo ends, what is kept must be able to come. */
    void end() {
        if (stage == Stage.CUT) {
            cable.plugIn();
        }
    }
}

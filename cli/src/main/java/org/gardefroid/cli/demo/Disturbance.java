package org.gardefroid.cli.demo;

import java.time.Instant;
import java.util.List;
import org.gardefroid.testbed.site.Site;

/** What somebody does to the programs while the day passes; a demo does nothing, a test kills. */
public interface Disturbance {

    Disturbance NONE = (simulated, site, agents) -> {};

    /** @param simulated the time of the simulated day */
    void follow(Instant simulated, Site site, List<RunningAgent> agents);
}

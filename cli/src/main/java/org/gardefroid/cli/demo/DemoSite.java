package org.gardefroid.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;

/** How the demo's site is set up: fresh each time, but for its certificates. */
final class DemoSite {

    private static final String FIRST_ACCOUNT = "premier compte:";

    private DemoSite() {}

    static SiteOptions options(Path folder, DemoOptions options, int recordSeconds) {
        return SiteOptions.in(folder, Fleet.of(new DemoDay(Instant.EPOCH).equipments(), recordSeconds))
                .with(options.plainDatabase() ? Edition.PLAIN : Edition.BEST).onPort(options.port())
                // The day runs 240 times as fast: hours made half a minute late would be two hours late on the board.
                .service("gardefroid.demo=true", "gardefroid.rollup.every=2s", "gardefroid.watch.test=false");
    }

    /** The account and password that the service printed at its first start. */
    static String firstAccount(Site site) {
        String line = site.service().awaitLine(FIRST_ACCOUNT, Duration.ofSeconds(30));
        return line.substring(FIRST_ACCOUNT.length()).strip();
    }
}

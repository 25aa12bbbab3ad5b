package org.gardefroid.testbed.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.testbed.database.Edition;

/**
 * How a site is started.
 *
 * @param folder where its data are kept; certificates below it are made once and stay
 * @param consolePort 0 takes a free one
 * @param fleet what there is to begin with, as the service's fleet file
 * @param databaseSettings of PostgreSQL, such as {@code commit_delay=5000}
 * @param serviceProperties of the service, such as {@code gardefroid.demo=true}
 * @param rehearsal the service keeps of this run what lets later ones start sooner
 */
public record SiteOptions(
        Path folder,
        Edition edition,
        int consolePort,
        String fleet,
        List<String> databaseSettings,
        List<String> serviceProperties,
        boolean rehearsal) {

    public SiteOptions {
        databaseSettings = List.copyOf(databaseSettings);
        serviceProperties = List.copyOf(serviceProperties);
    }

    public static SiteOptions in(Path folder, String fleet) {
        return new SiteOptions(folder, Edition.BEST, 0, fleet, List.of(), List.of(), false);
    }

    public SiteOptions with(Edition other) {
        return new SiteOptions(folder, other, consolePort, fleet, databaseSettings, serviceProperties, rehearsal);
    }

    public SiteOptions onPort(int port) {
        return new SiteOptions(folder, edition, port, fleet, databaseSettings, serviceProperties, rehearsal);
    }

    public SiteOptions database(String... settings) {
        return new SiteOptions(folder, edition, consolePort, fleet, added(databaseSettings, settings),
                serviceProperties, rehearsal);
    }

    public SiteOptions service(String... properties) {
        return new SiteOptions(folder, edition, consolePort, fleet, databaseSettings,
                added(serviceProperties, properties), rehearsal);
    }

    public SiteOptions rehearsing() {
        return new SiteOptions(folder, edition, consolePort, fleet, databaseSettings, serviceProperties, true);
    }

    private static List<String> added(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}

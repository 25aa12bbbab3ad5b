package org.gardefroid.dashboards;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A metric that was renamed leaves a panel empty, and nobody is told: so the running service is asked. */
class MetricNamesTest {

    private static final String FLEET = """
            {"sites": [{"name": "pui", "fr": "Pharmacie", "en": "Pharmacy"}]}
            """;

    @Test
    void theRunningServiceTellsEveryMetricThatAPanelShows() throws IOException, InterruptedException {
        Set<String> told;
        try (Site site = Site.start(
                SiteOptions.in(Testbed.shared().folder().resolve("metrics"), FLEET).with(Edition.PLAIN))) {
            scrape(site); // the first one is what makes the metrics of requests
            told = scrape(site).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
        }
        List<PrometheusQuery> queries = Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.prometheusQueries().stream()).toList();
        assertThat(queries).hasSizeGreaterThan(15).allSatisfy(
                query -> assertThat(told).as(query.expression()).containsAll(query.metrics()));
    }

    private static String scrape(Site site) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(site.console() + "prometheus")).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

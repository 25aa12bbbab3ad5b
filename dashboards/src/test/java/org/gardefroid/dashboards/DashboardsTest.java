package org.gardefroid.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardsTest {

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelAsksADatasourceThatIsProvisioned(Dashboard dashboard) throws IOException {
        assertThat(dashboard.datasources()).isNotEmpty().isSubsetOf(provisioned());
        assertThat(dashboard.panels()).isNotEmpty().allSatisfy(panel -> assertThat(panel.at("/targets")).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelHasATitleAndSaysInBothLanguagesWhatItShows(Dashboard dashboard) {
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.at("/title").asText()).isNotBlank();
            assertThat(panel.at("/description").asText()).contains(" — ");
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void noPanelLiesOverAnother(Dashboard dashboard) {
        var taken = new HashSet<String>();
        for (JsonNode panel : dashboard.panels()) {
            JsonNode at = panel.at("/gridPos");
            for (int x = at.at("/x").asInt(); x < at.at("/x").asInt() + at.at("/w").asInt(); x++) {
                for (int y = at.at("/y").asInt(); y < at.at("/y").asInt() + at.at("/h").asInt(); y++) {
                    assertThat(x).as("%s: %s", dashboard, panel.at("/title")).isLessThan(24);
                    assertThat(taken.add(x + " " + y)).as("%s: %s at %d, %d", dashboard, panel.at("/title"), x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void eachDashboardHasAnAddressOfItsOwn() {
        assertThat(dashboards()).extracting(dashboard -> dashboard.json().at("/uid").asText())
                .containsExactlyInAnyOrder("gardefroid-parc", "gardefroid-equipement", "gardefroid-plateforme");
    }

    @Test
    void theDatabaseIsReadByTheRoleThatCannotWriteAndItsPasswordIsAFile() throws IOException {
        JsonNode database = yaml("provisioning/datasources/gardefroid.yaml").at("/datasources/0");
        assertThat(database.at("/uid").asText()).isEqualTo(Dashboard.POSTGRESQL);
        assertThat(database.at("/user").asText()).isEqualTo("gardefroid_grafana");
        assertThat(database.at("/secureJsonData/password").asText()).startsWith("$__file{");
    }

    private static List<String> provisioned() throws IOException {
        return yaml("provisioning/datasources/gardefroid.yaml").findValuesAsText("uid");
    }

    private static JsonNode yaml(String file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Dashboard.GRAFANA.resolve(file).toFile());
    }

    static List<Dashboard> dashboards() {
        return Dashboard.all();
    }
}

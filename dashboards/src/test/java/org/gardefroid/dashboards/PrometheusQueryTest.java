package org.gardefroid.dashboards;

import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusQueryTest {

    @Test
    void findsTheMetricBehindFunctionsLabelsAndRanges() {
        assertThat(metrics(
                "histogram_quantile(0.99, sum by (le) (rate(commit_seconds_bucket{kind=\"live\"}[$__rate_interval])))"))
                .containsExactly("commit_seconds_bucket");
    }

    @Test
    void findsBothSidesOfADivision() {
        assertThat(metrics("sum(rate(a_sum[5m])) / on (pool) a_count unless up == 1")).containsExactly("a_count",
                "a_sum", "up");
    }

    private static Set<String> metrics(String expression) {
        return new PrometheusQuery("", expression).metrics();
    }
}

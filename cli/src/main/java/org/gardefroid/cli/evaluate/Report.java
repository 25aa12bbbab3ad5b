package org.gardefroid.cli.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.gardefroid.alerting.evaluation.Found;
import org.gardefroid.alerting.evaluation.Summary;
import org.gardefroid.cli.Words;

import static org.gardefroid.cli.Words.say;

/** An evaluation in lines: JSON for programs, sentences for people. */
final class Report {

    /** Decimals of a mean, in °C: beyond any probe, so that two programs can be compared. */
    private static final double MEAN_PRECISION = 1e6;

    private final ObjectMapper json = new ObjectMapper();
    private final DateTimeFormatter written;

    /** @param zone in which sentences tell times, with their offset; programs are told UTC */
    Report(ZoneId zone) {
        written = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Words.locale()).withZone(zone);
    }

    String json(Found found) {
        ObjectNode line = json.createObjectNode();
        line.put("rule", found.rule().value()).put("since", found.since().toString())
                .put("confirmedAt", found.confirmedAt().toString())
                .put("endedAt", found.endedAt().map(Instant::toString).orElse(null))
                .set("minutesOut", minutes(found.timeOut()));
        return line.put("extremeCelsius", found.extreme().milliCelsius() / 1_000.0).toString();
    }

    String json(Summary summary) {
        ObjectNode line = json.createObjectNode();
        ObjectNode all = line.putObject("summary").put("readings", summary.readings());
        all.set("unobservedMinutes", minutes(summary.unobserved()));
        all.put("minCelsius", summary.minCelsius()).put("maxCelsius", summary.maxCelsius())
                .put("meanCelsius", rounded(summary.meanCelsius())).put("mktCelsius", rounded(summary.mktCelsius()));
        return line.toString();
    }

    String text(Found found) {
        return say("evaluate.excursion", found.rule(), written.format(found.since()),
                written.format(found.confirmedAt()), found.endedAt().map(written::format).orElse("…"),
                decimal(found.timeOut()).doubleValue(),
                found.extreme().milliCelsius() / 1_000.0);
    }

    String text(Summary summary) {
        return say("evaluate.summary", summary.readings(), decimal(summary.unobserved()).doubleValue(),
                summary.minCelsius(), summary.maxCelsius(), summary.meanCelsius(), summary.mktCelsius());
    }

    private com.fasterxml.jackson.databind.JsonNode minutes(Duration duration) {
        BigDecimal minutes = decimal(duration);
        return minutes.scale() <= 0
                ? json.getNodeFactory().numberNode(minutes.longValueExact())
                : json.getNodeFactory().numberNode(minutes.doubleValue());
    }

    private static BigDecimal decimal(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis())
                .divide(BigDecimal.valueOf(Duration.ofMinutes(1).toMillis()), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static double rounded(double celsius) {
        return Math.round(celsius * MEAN_PRECISION) / MEAN_PRECISION;
    }
}

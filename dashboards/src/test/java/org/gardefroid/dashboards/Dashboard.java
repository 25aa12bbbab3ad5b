package org.gardefroid.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A dashboard's file, read as Grafana reads it: everything in it that asks something of a datasource. */
record Dashboard(String file, JsonNode json) {

    static final String POSTGRESQL = "gardefroid-postgresql";
    static final String PROMETHEUS = "gardefroid-prometheus";
    static final Path GRAFANA = Path.of("grafana");

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dashboard read(Path file) {
        try {
            return new Dashboard(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no JSON", e);
        }
    }

    List<JsonNode> panels() {
        return elements(json.at("/panels"));
    }

    /** Of panels, annotations and variables. */
    List<SqlQuery> sqlQueries() {
        var queries = new ArrayList<SqlQuery>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : targets(panel, POSTGRESQL)) {
                queries.add(new SqlQuery(where(panel.at("/title"), target.at("/refId")), target.at("/format").asText(),
                        target.at("/rawSql").asText()));
            }
        }
        for (JsonNode annotation : elements(json.at("/annotations/list"))) {
            queries.add(new SqlQuery(where(annotation.at("/name")), "annotation",
                    annotation.at("/target/rawSql").asText()));
        }
        for (JsonNode variable : elements(json.at("/templating/list"))) {
            queries.add(new SqlQuery(where(variable.at("/name")), "variable", variable.at("/query").asText()));
        }
        return queries;
    }

    List<PrometheusQuery> prometheusQueries() {
        var queries = new ArrayList<PrometheusQuery>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : targets(panel, PROMETHEUS)) {
                queries.add(new PrometheusQuery(where(panel.at("/title"), target.at("/refId")),
                        target.at("/expr").asText()));
            }
        }
        return queries;
    }

    /** Whoever names a datasource: a panel, a target, an annotation, a variable. */
    List<String> datasources() {
        return json.findValues("datasource").stream().map(source -> source.at("/uid").asText()).toList();
    }

    private static List<JsonNode> targets(JsonNode panel, String datasource) {
        return elements(panel.at("/targets")).stream()
                .filter(target -> target.at("/datasource/uid").asText().equals(datasource)).toList();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return Stream.generate(array.elements()::next).limit(array.size()).toList();
    }

    private String where(JsonNode... parts) {
        return file + ": " + String.join(" ", Stream.of(parts).map(JsonNode::asText).toList());
    }

    @Override
    public String toString() {
        return file;
    }
}

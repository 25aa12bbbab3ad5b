package org.gardefroid.dashboards;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every query of every panel, annotation and variable, asked as Grafana asks it, of both databases. */
class QueriesTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MONTH = Duration.ofDays(30);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyQueryOfBothDatabases")
    void everyQueryShowsTheExample(Edition edition, SqlQuery query) throws SQLException {
        // A chart has one query for short ranges and one for long ones; each answers in its own.
        List<Row> day = ask(edition, query.sql(), DAY);
        Row first = (day.isEmpty() ? ask(edition, query.sql(), MONTH) : day).getFirst();
        switch (query.format()) {
            case "time_series" -> assertThat(first.columns().keySet()).startsWith("time");
            case "annotation" -> assertThat(first.columns()).containsOnlyKeys("time", "timeend", "text", "tags");
            case "variable" -> assertThat(first.columns()).containsOnlyKeys("__text", "__value");
            case "table" -> assertThat(first.columns()).doesNotContainKey("?column?");
            default -> throw new AssertionError("Grafana has no format " + query.format());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TIMESCALEDB"})
    void theFleetTellsTheLastTemperatureItsAgeTheDoorAndTheAlarms(Edition edition) throws SQLException {
        List<Row> fleet = ask(edition, sql("parc.json", "Chaque équipement A"), DAY);
        assertThat(fleet).extracting(row -> row.text("Équipement")).containsExactly("Frigo de l'aile", "Boîte EMV");
        Row fridge = fleet.getFirst();
        assertThat(fridge.columns()).containsEntry("Porte ouverte", "t").containsEntry("Alarmes", "1")
                .containsEntry("Critiques", "1");
        assertThat(fridge.text("Produit")).startsWith("9.4");
        Row box = fleet.getLast();
        assertThat(box.number("Alarmes")).as("closed ones are not open").isZero();
        assertThat(box.number("Âge")).as("a fault is no temperature").isBetween(3_600L, 3_900L);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TIMESCALEDB"})
    void unobservedTimeIsToldAndNotDrawnOver(Edition edition) throws SQLException {
        assertThat(ask(edition, sql("equipement.json", "Temps non observé A"), DAY).getFirst().number("Non observé"))
                .isBetween(7_100L, 7_400L);
        assertThat(ask(edition, sql("equipement.json", "Non observé"), DAY)).singleElement()
                .extracting(gap -> gap.text("text")).isEqualTo("Non observé : frigo-1-produit");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "TIMESCALEDB"})
    void whatIsNotJudgedYetAndWhatIsMissingIsCounted(Edition edition) throws SQLException {
        Row device = ask(edition, sql("plateforme.json", "Lots de mesures par appareil A"), DAY).getFirst();
        assertThat(device.number("À juger")).isEqualTo(6);
        assertThat(device.number("Trous")).isEqualTo(1);
    }

    private static List<Row> ask(Edition edition, String sql, Duration range) throws SQLException {
        try (Connection grafana = ExampleDatabase.of(edition).asGrafana(); var statement = grafana.createStatement()) {
            Instant now = now(statement);
            var macros = new Macros(now.minus(range), now, Duration.ofMinutes(1),
                    Map.of("equipment", "frigo-de-l'aile"));
            return Row.all(statement.executeQuery(macros.expand(sql)));
        }
    }

    /** The database's: by it the example was dated. */
    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet now = statement.executeQuery("SELECT now()")) {
            now.next();
            return now.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String sql(String file, String panel) {
        return Dashboard.all().stream().flatMap(dashboard -> dashboard.sqlQueries().stream())
                .filter(query -> query.where().equals(file + ": " + panel)).findFirst().orElseThrow().sql();
    }

    @Test
    void thereAreQueriesToRun() {
        assertThat(everyQueryOfBothDatabases()).hasSizeGreaterThan(50);
    }

    static List<Arguments> everyQueryOfBothDatabases() {
        return Stream.of(Edition.PLAIN, Edition.TIMESCALEDB).flatMap(edition -> Dashboard.all().stream()
                .flatMap(dashboard -> dashboard.sqlQueries().stream()).map(query -> Arguments.of(edition, query)))
                .toList();
    }
}

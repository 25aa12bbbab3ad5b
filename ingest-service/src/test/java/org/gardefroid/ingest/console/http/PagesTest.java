package org.gardefroid.ingest.console.http;

import java.util.Map;
import java.util.stream.Stream;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the pages show of what is in the database, with TimescaleDB and without. */
@ParameterizedClass
@MethodSource("editions")
final class PagesTest {

    private final Visitor visitor;

    static Stream<Edition> editions() {
        return Testbed.editions();
    }

    PagesTest(Edition edition) {
        visitor = Visitor.signedIn(RunningConsole.shared(edition), "marie", "nurse");
    }

    @Test
    void theBoardTellsHowEachEquipmentStands() {
        assertThat(visitor.get("/").body())
                .contains("Réfrigérateur PUI", "Dans la plage", "Alarme", "Muet depuis", "Dernière valeur connue")
                .contains("flacon-1", "comirnaty")
                .contains("Démonstration");
    }

    @Test
    void theEquipmentsPageDrawsItsDayAndTellsWhatTheDrawingShows() {
        String page = visitor.get("/equipment/" + Seeds.WARM).body();
        assertThat(page).contains("class=\"chart-product\"", "class=\"chart-excursion\"", "class=\"chart-door\"")
                .contains("Trop chaud", "11,2", "2 fois", "fridge-2-8.high");
    }

    @Test
    void whatNobodySawIsDrawnAndToldAsAbsence() {
        assertThat(visitor.get("/equipment/" + Seeds.SILENT).body()).contains("url(#hatch-wide)", "Non observé")
                .containsPattern("2 h \\d\\d en tout");
    }

    @Test
    void whatIsRecordedEveryTenMinutesIsOneLine() {
        String page = visitor.get("/equipment/" + Seeds.SLOW).body();
        assertThat(page.split("class=\"chart-product\"", -1)).as("in the wide drawing and the narrow one").hasSize(3);
        assertThat(page).contains("Aucun trou de plus de 30 min").doesNotContain("en tout");
    }

    @Test
    void aMonthIsDrawnFromItsHours() {
        assertThat(visitor.get("/equipment/" + Seeds.GOOD + "?days=30").body()).contains("class=\"chart-product\"",
                "Température, 30 jours");
    }

    @Test
    void everyPageIsThereInEnglishForWhoeverChoseIt() {
        assertThat(visitor.get("/").body()).contains("lang=\"fr\"", "Dans la plage");
        assertThat(visitor.postSigned("/language", Map.of("language", "en", "back", "/")).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/").body()).contains("lang=\"en\"", "In range", "Silent since").doesNotContain("Muet");
        assertThat(visitor.get("/equipment/" + Seeds.WARM).body()).contains("Too warm", "Door openings");
    }

    @Test
    void anUnknownNameIsAPageThatSaysSo() {
        assertThat(visitor.get("/equipment/nowhere").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/equipment/nowhere").body()).contains("Page introuvable");
        assertThat(visitor.get("/alarm/999999999").statusCode()).isEqualTo(404);
    }
}

package org.gardefroid.edge.page;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.box.States;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.vaccines.custody.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The loop hangs while somebody works behind the code. */
class UnwatchedCareTest {

    private static final Texts FRENCH = Texts.in(Locale.FRENCH, Texts.USUAL_ZONE);
    private static final Texts ENGLISH = Texts.in(Locale.ENGLISH, Texts.USUAL_ZONE);

    private final FakeBox box = new FakeBox();

    @BeforeEach
    void hang() {
        box.shows(States.quiet().vial(3, Duration.ofMinutes(27)).lot("A21CB", Light.GOOD, Ruling.USABLE));
        box.fresh = false;
    }

    @Test
    void nothingIsNotedAndWhoeverWouldNoteItIsToldWhatToDoInstead() {
        CareActions actions = new CareActions(box, () -> "b-1");
        for (String action : new String[]{"start", "out", "in", "lot", "doses", "draw", "void", "end"}) {
            assertThatThrownBy(() -> actions.take(action, Map.of("vial", "v-3", "label", "v-9", "product", "priorix",
                    "step", "punctured", "end", "used"), FRENCH)).as(action).isInstanceOf(CareActions.Refused.class)
                    .hasMessageContaining("ne note rien").hasMessageContaining("Écrivez sur papier");
        }
        assertThat(box.told).isEmpty();
    }

    @Test
    void thePageSaysThatNobodyWatchesAndNoVerdictNorTime() {
        assertThat(new CarePage(box, FRENCH, "t").html(Optional.empty()))
                .contains("NON SURVEILLÉ", "appelez la pharmacie")
                .doesNotContain("utilisable", "jusqu&#39;à 10:27", "A21CB", "Démarrer");
        assertThat(new CarePage(box, ENGLISH, "t").html(Optional.empty())).contains("NOT WATCHED", "call the pharmacy");
        box.fresh = true;
        assertThat(new CarePage(box, FRENCH, "t").html(Optional.empty()))
                .contains("ATTENTION", "utilisable selon le profil",
                        "A21CB", "Démarrer")
                .doesNotContain("NON SURVEILLÉ");
    }
}

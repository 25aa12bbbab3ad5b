package org.gardefroid.edge.face;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.hardware.TextDisplay;
import org.gardefroid.vaccines.custody.Ground;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyReasonAndEveryConcernHasItsWords(String language) {
        Texts texts = Texts.in(Locale.of(language), Texts.USUAL_ZONE);

        assertThat(Ground.Code.values())
                .filteredOn(code -> new Ground(code, Optional.empty(), List.of()).holds())
                .allMatch(code -> texts.has("why." + code.code()));
        assertThat(Arrays.stream(Concern.Kind.values())).allMatch(kind -> texts.has("concern." + kind.code())
                && texts.has("do." + kind.code()) && texts.has("display." + kind.code()));
    }

    /** Of three vials that end together nobody could tell which is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatIsToBeDoneWithAVialNamesIt(String language) {
        Texts texts = Texts.in(Locale.of(language), Texts.USUAL_ZONE);

        for (Concern.Kind kind : List.of(Concern.Kind.DOSE_OVER, Concern.Kind.DOSE_APART, Concern.Kind.DOSE_SOON)) {
            assertThat(texts.bundle().getString("do." + kind.code())).contains("{vial}");
            assertThat(texts.bundle().getString("do." + kind.code() + ".syringe")).contains("{vial}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whatTheDisplaySaysFitsItsLine(String language) {
        Texts texts = Texts.in(Locale.of(language), Texts.USUAL_ZONE);

        assertThat(texts.bundle().keySet()).filteredOn(key -> key.startsWith("display."))
                .allMatch(key -> texts.say(key, key.startsWith("display.holds") || key.startsWith("display.quiet")
                        ? new Object[]{"59 min"}
                        : new Object[]{12, "3 h 59"}).length() <= TextDisplay.COLUMNS);
    }

    /** They stand on the page before the code, where anybody in the box's network reads them. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void ofWhatWasScannedNeitherProductNorLotIsNamed(String language) {
        Texts texts = Texts.in(Locale.of(language), Texts.USUAL_ZONE);

        for (Concern.Kind kind : List.of(Concern.Kind.SCAN_WRONG_LOT, Concern.Kind.SCAN_UNKNOWN_PRODUCT,
                Concern.Kind.SCAN_STEP_UNKNOWN)) {
            assertThat(texts.say("concern." + kind.code())).doesNotContain("{subject}");
        }
    }
}

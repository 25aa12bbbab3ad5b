package org.gardefroid.edge.command;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    private static final String ENROLMENT = "org.gardefroid.edge.enrolment.Words";

    @ParameterizedTest
    @ValueSource(strings = {ENROLMENT, "org.gardefroid.edge.command.Probes"})
    void frenchAndEnglishSayTheSameThings(String bundle) {
        assertThat(keys(bundle, Locale.ENGLISH)).isEqualTo(keys(bundle, Locale.FRENCH)).isNotEqualTo(Map.of());
    }

    @Test
    void frenchIsSpokenUnlessTheLocaleAsksForEnglish() {
        assertThat(Words.of(ENROLMENT, Map.of()).say("wait")).contains("attendez");
        assertThat(Words.of(ENROLMENT, Map.of("LANG", "C.UTF-8")).say("wait")).contains("attendez");
        assertThat(Words.of(ENROLMENT, Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "fr_FR.UTF-8")).say("wait"))
                .contains("some minutes");
    }

    private static Object keys(String bundle, Locale locale) {
        return ResourceBundle.getBundle(bundle, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}

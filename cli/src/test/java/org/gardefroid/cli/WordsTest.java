package org.gardefroid.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    private static final Pattern PLACE = Pattern.compile("%[^ ]*?[a-zA-Z%]");

    @ParameterizedTest
    @ValueSource(strings = {"Words", "Help"})
    void whatIsSaidInOneLanguageIsSaidInTheOtherWithTheSameValues(String name) {
        ResourceBundle french = bundle(name, Locale.FRENCH);
        ResourceBundle english = bundle(name, Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        for (String key : french.keySet()) {
            assertThat(places(english.getString(key))).as(key).isEqualTo(places(french.getString(key)));
        }
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("org.gardefroid.cli." + name, language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static String places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group()).sorted().toList().toString();
    }
}

package org.gardefroid.vaccines.custody;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("%s");

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOtherWithTheSameValues() {
        ResourceBundle french = bundle(Locale.FRENCH);
        ResourceBundle english = bundle(Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(french.keySet());
        for (String key : french.keySet()) {
            assertThat(places(english.getString(key))).as(key).isEqualTo(places(french.getString(key)));
        }
    }

    @Test
    void everyVerdictAndEveryGroundHasItsWords() {
        List<String> keys = List.copyOf(bundle(Locale.FRENCH).keySet());
        for (Ruling ruling : Ruling.values()) {
            assertThat(keys).contains("verdict." + ruling.code());
        }
        for (Ground.Code code : Ground.Code.values()) {
            assertThat(keys).contains("ground." + code.code());
        }
    }

    private static long places(String text) {
        return PLACE.matcher(text).results().count();
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("org.gardefroid.vaccines.custody.Texts", language,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}

package org.gardefroid.edge.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @Test
    void frenchAndEnglishSayTheSameThings() throws IOException {
        assertThat(keys("Words_en.properties")).isEqualTo(keys("Words.properties"));
    }

    @Test
    void frenchIsSpokenUnlessTheLocaleAsksForEnglish() {
        assertThat(Words.of(Map.of()).say("wait")).contains("attendez");
        assertThat(Words.of(Map.of("LANG", "C.UTF-8")).say("wait")).contains("attendez");
        assertThat(Words.of(Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "fr_FR.UTF-8")).say("wait"))
                .contains("some minutes");
    }

    private static Object keys(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file))) {
            Properties words = new Properties();
            words.load(in);
            return words.keySet();
        }
    }
}

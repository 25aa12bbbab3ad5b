package org.gardefroid.ingest.console.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** French first, English second, everywhere a person reads. */
public enum Language {
    FRENCH("fr", Locale.FRANCE), ENGLISH("en", Locale.UK);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == FRENCH ? ENGLISH : FRENCH;
    }

    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values()).filter(language -> language.code.equals(code)).findFirst();
    }
}

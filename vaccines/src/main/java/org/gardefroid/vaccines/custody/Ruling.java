package org.gardefroid.vaccines.custody;

import java.util.Locale;

/** What the system says, from the best to the worst. It never says destroy: that is a pharmacist's to decide. */
public enum Ruling {
    /** <i>Utilisable selon le profil.</i> */
    USABLE,
    /** <i>À isoler</i>: do not use, set apart, call. */
    ISOLATE,
    /** <i>Délai dépassé.</i> */
    TIME_OVER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

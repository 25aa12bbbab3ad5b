package org.gardefroid.ingest.lots;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a pharmacist decided of a lot.
 *
 * @param by the name as it stood when it was signed
 */
public record Decision(Instant at, What what, String reason, String by) {

    /** The system itself says neither: it sets apart, and a person releases or destroys. */
    public enum What {
        ISOLATE, RELEASE, DESTROY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static What ofCode(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst()
                    .orElseThrow(() -> new LotRefused("lot.refused.decision", code));
        }
    }
}

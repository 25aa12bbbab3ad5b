package org.gardefroid.ingest.lots;

import java.util.Arrays;
import java.util.Locale;

/** Why doses leave an equipment for good. */
public enum Departure {
    USED, RETURNED, ISOLATED, DISCARDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Departure ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst()
                .orElseThrow(() -> new LotRefused("lot.refused.reason", code));
    }
}

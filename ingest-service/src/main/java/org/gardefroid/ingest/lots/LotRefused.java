package org.gardefroid.ingest.lots;

import java.util.List;

/** What was asked cannot be: says which text tells why, and with which values. Nothing was changed. */
public final class LotRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final List<String> values;

    /** For whoever reads what a person wrote. */
    public static LotRefused of(String key, Object... values) {
        return new LotRefused(key, values);
    }

    LotRefused(String key, Object... values) {
        super(key + " " + List.of(values));
        this.key = key;
        this.values = List.of(values).stream().map(Object::toString).toList();
    }

    /** The key of the text; its values stand in {@link #values} in the text's order. */
    public String key() {
        return key;
    }

    public Object[] values() {
        return values.toArray();
    }
}

package org.gardefroid.vaccines;

import org.gardefroid.telemetry.RefusedValue;

/**
 * A GTIN-14, such as a French CIP13 with a 0 before it.
 *
 * @param value 14 digits, of which the last checks the others
 */
public record Gtin(String value) {

    public Gtin {
        if (value.length() != 14 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RefusedValue("un GTIN a 14 chiffres : " + value, "a GTIN must be 14 digits: " + value);
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (value.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        int check = (10 - sum % 10) % 10;
        if (value.charAt(13) - '0' != check) {
            throw new RefusedValue("un GTIN finit par sa clé, " + check + " : " + value,
                    "a GTIN must end with its check digit " + check + ": " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.gardefroid.telemetry;

/**
 * A product whose profile is known, such as {@code priorix}.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record ProductId(String value) implements Comparable<ProductId> {

    public ProductId {
        Names.check("a product's name", value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.gardefroid.vaccines.gs1;

/** One application identifier with its value, which has been checked. */
record Element(String identifier, String value) {

    /** @throws UnreadableException if the value is not one of the identifier's */
    static Element of(ApplicationIdentifier identifier, String value) {
        identifier.check(value);
        return new Element(identifier.digits(), value);
    }
}

package org.gardefroid.telemetry;

/** A value that cannot be, told to people in both languages; the message is in English. */
public final class RefusedValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String french;

    /** Each names the value and what it may be. */
    public RefusedValue(String french, String english) {
        super(english);
        this.french = french;
    }

    /** The same for whoever reads French. */
    public String inFrench() {
        return french;
    }
}

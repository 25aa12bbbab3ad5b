package org.gardefroid.edge.configuration;

import java.util.List;

/** The configuration cannot be used; the message has a line for each reason. */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String file, List<String> problems) {
        super(file + ":\n  " + String.join("\n  ", problems));
    }
}

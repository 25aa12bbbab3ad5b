package org.gardefroid.edge.enrolment;

import java.util.Map;

/**
 * What the service said.
 *
 * @param fields the members of its JSON object that have one value, as text
 */
record ServiceAnswer(int status, Map<String, String> fields) {

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean isOk() {
        return status / 100 == 2;
    }
}

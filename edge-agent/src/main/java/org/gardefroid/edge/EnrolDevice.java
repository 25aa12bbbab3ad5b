package org.gardefroid.edge;

import org.gardefroid.edge.configuration.ConfigurationException;
import org.gardefroid.edge.configuration.Enrolled;
import org.gardefroid.edge.enrolment.EnrolCommand;

/** The program {@code gardefroid-agent enrol CODE --service URL}. */
public final class EnrolDevice {

    private EnrolDevice() {}

    public static void main(String[] arguments) {
        System.exit(EnrolCommand.run(arguments, System.getenv(), System.out, System.err, options -> {
            try {
                Enrolled before = Enrolled.before(options.config());
                return new EnrolCommand.Place(before.folder(),
                        before.service(options.service(), options.authority(), options.proxy()));
            } catch (ConfigurationException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }));
    }
}

package org.gardefroid.edge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param ledger where to write what the probes gave, for an account made by somebody else
 * @param untilDelivered end when there is nothing more to measure and all that was measured is delivered; told to stop,
 *     deliver what is left before
 */
record AgentOptions(Path configuration, Optional<String> simulatedTime, Optional<Path> ledger, boolean untilDelivered) {

    static final String USAGE = """
            usage: EdgeAgent --config FILE [options]
              --simulated-time start=TIME,rate=NUMBER[,anchor=TIME]
                                 run fast from start until the real time is reached, then with it
              --ledger FILE      append what the probes gave for each record, as lines of JSON
              --until-delivered  end when the replayed file has ended and all is delivered; and when told to
                                 stop, deliver first what is left, for at most 15 seconds
            """;

    static AgentOptions parse(String... arguments) {
        Optional<Path> configuration = Optional.empty();
        Optional<String> simulatedTime = Optional.empty();
        Optional<Path> ledger = Optional.empty();
        boolean untilDelivered = false;
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--config" -> configuration = Optional.of(Path.of(value(option, left)));
                case "--simulated-time" -> simulatedTime = Optional.of(value(option, left));
                case "--ledger" -> ledger = Optional.of(Path.of(value(option, left)));
                case "--until-delivered" -> untilDelivered = true;
                default -> throw new IllegalArgumentException("no such option: " + option);
            }
        }
        return new AgentOptions(configuration.orElseThrow(() -> new IllegalArgumentException("--config is missing")),
                simulatedTime, ledger, untilDelivered);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.removeFirst();
    }
}

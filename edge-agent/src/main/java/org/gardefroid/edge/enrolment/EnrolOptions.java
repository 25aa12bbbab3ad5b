package org.gardefroid.edge.enrolment;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What enrolment is asked on its command line.
 *
 * @param config the agent's file, in which the folder stands
 * @param authority who vouches for the service, if the system does not know it
 * @param proxy {@code host:port}
 */
public record EnrolOptions(String code, URI service, Path config, Optional<Path> authority, Optional<String> proxy) {

    static EnrolOptions parse(String... arguments) {
        Optional<String> code = Optional.empty();
        Optional<URI> service = Optional.empty();
        Optional<Path> config = Optional.empty();
        Optional<Path> authority = Optional.empty();
        Optional<String> proxy = Optional.empty();
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            switch (option) {
                case "--service" -> service = Optional.of(URI.create(value(option, left)));
                case "--config" -> config = Optional.of(Path.of(value(option, left)));
                case "--authority" -> authority = Optional.of(Path.of(value(option, left)));
                case "--proxy" -> proxy = Optional.of(value(option, left));
                default -> {
                    if (option.startsWith("-") || code.isPresent()) {
                        throw new IllegalArgumentException(option);
                    }
                    code = Optional.of(option);
                }
            }
        }
        return new EnrolOptions(code.orElseThrow(() -> new IllegalArgumentException("CODE")),
                service.orElseThrow(() -> new IllegalArgumentException("--service")),
                config.orElseThrow(() -> new IllegalArgumentException("--config")), authority, proxy);
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option);
        }
        return left.removeFirst();
    }
}

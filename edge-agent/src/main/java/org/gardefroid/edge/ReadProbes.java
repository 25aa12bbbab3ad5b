package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.edge.command.ConnectedProbes;
import org.gardefroid.edge.command.Words;

/** The program {@code gardefroid-agent probes [--json] [--w1-root DIR]}: ends with 0, or 2 when what was given is wrong. */
public final class ReadProbes {

    private ReadProbes() {}

    public static void main(String[] arguments) throws IOException {
        Words words = Words.of("org.gardefroid.edge.command.Probes", System.getenv());
        Path root = ConnectedProbes.ROOT;
        boolean json = false;
        List<String> left = new ArrayList<>(List.of(arguments));
        while (!left.isEmpty()) {
            String option = left.removeFirst();
            if (option.equals("--json")) {
                json = true;
            } else if (option.equals("--w1-root") && !left.isEmpty()) {
                root = Path.of(left.removeFirst());
            } else {
                boolean asked = option.equals("--help");
                (asked ? System.out : System.err).println(words.say("usage"));
                System.exit(asked ? 0 : 2);
            }
        }
        try {
            new ConnectedProbes(root, words).lines(json, System.err::println).forEach(System.out::println);
        } catch (IllegalArgumentException e) {
            System.err.println("gardefroid-agent: " + e.getMessage());
            System.exit(2);
        }
    }
}

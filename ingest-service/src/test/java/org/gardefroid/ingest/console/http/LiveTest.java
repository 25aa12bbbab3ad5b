package org.gardefroid.ingest.console.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
final class LiveTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);

    @Test
    void nobodyListensWithoutASession() {
        assertThat(Visitor.at(console).listen("/live/board").statusCode()).isEqualTo(401);
        assertThat(Visitor.at(console).listen("/live/alarm/1").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewTemperatureIsSentToWhoeverLooks() throws IOException {
        Visitor visitor = Visitor.signedIn(console, "nadia", "nurse");
        try (BufferedReader stream = open(visitor, "/live/board")) {
            waitFor(stream, "event: beat");
            Seeds.measure(console, "hostile", 6_700);
            assertThat(waitFor(stream, "6,7")).contains("6,7");
        }
    }

    @Test
    void theStreamEndsWhenTheSessionDoes() throws IOException {
        Visitor visitor = Visitor.signedIn(console, "olivier", "nurse");
        try (BufferedReader stream = open(visitor, "/live/board")) {
            waitFor(stream, "event: beat");
            visitor.postSigned("/logout", Map.of());
            waitFor(stream, "event: ended");
            while (stream.readLine() != null) {
                // what was still under way
            }
        }
    }

    @Test
    void anOpenPageDoesNotKeepItsSessionAwake() throws IOException {
        Visitor visitor = Visitor.signedIn(console, "paul", "nurse");
        try (BufferedReader stream = open(visitor, "/live/board")) {
            waitFor(stream, "event: beat");
            console.execute("UPDATE session SET last_seen_at = now() - interval '31 minutes'"
                    + " WHERE person = (SELECT id FROM person WHERE name = 'paul')");
            waitFor(stream, "event: ended");
        }
    }

    private static BufferedReader open(Visitor visitor, String path) {
        InputStream body = visitor.listen(path).body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static String waitFor(BufferedReader stream, String text) throws IOException {
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        throw new IOException("the stream ended before it said: " + text);
    }
}

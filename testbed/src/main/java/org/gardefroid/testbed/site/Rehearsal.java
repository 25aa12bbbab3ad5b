package org.gardefroid.testbed.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ProjectFolder;

/**
 * Starts the service once after a build, with its broker and its database, so that its JVM keeps the classes that it read and
 * linked: each later start is a second shorter. Without it everything is the same but for that second.
 */
final class Rehearsal {

    private static final String FLEET = """
            {"sites": [{"name": "pui", "fr": "Pharmacie", "en": "Pharmacy"}]}
            """;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SiteOptions options = SiteOptions
                .in(FreshFolder.of(ProjectFolder.root().resolve(".gardefroid/rehearsal")), FLEET)
                .with(Edition.PLAIN).rehearsing();
        try (Site site = Site.start(options); HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest login = HttpRequest.newBuilder(URI.create(site.console() + "login")).build();
            http.send(login, BodyHandlers.discarding());
        }
    }
}

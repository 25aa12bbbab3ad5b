package org.gardefroid.ingest.console.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.view.Layout;

/** Fills the templates, which were compiled with the program. */
@Singleton
final class Pages {

    private static final MediaType HTML = new MediaType("text/html", Map.of("charset", "utf-8"));

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final boolean demo;

    Pages(Assets assets, @Value("${gardefroid.demo}") boolean demo) {
        this.assets = assets;
        this.demo = demo;
    }

    Layout layout(Visit visit, String title) {
        return layout(visit, title, Optional.empty());
    }

    Layout live(Visit visit, String title, String stream) {
        return layout(visit, title, Optional.of(stream));
    }

    private Layout layout(Visit visit, String title, Optional<String> live) {
        return new Layout(visit.words(), title, visit.session().map(session -> session.person().displayName()),
                visit.session().filter(session -> session.person().role().mayManagePeople()).isPresent(),
                visit.session().map(Session::csrf).orElse(""), visit.path(), live, demo, assets.mark());
    }

    MutableHttpResponse<String> page(String template, Layout layout, Map<String, Object> parameters) {
        return page(HttpStatus.OK, template, layout, parameters);
    }

    MutableHttpResponse<String> page(HttpStatus status, String template, Layout layout,
            Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("layout", layout);
        return HttpResponse.status(status).contentType(HTML).body(part(template, all));
    }

    String part(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", parameters, output);
        return output.toString();
    }

    /** To another page, which is then asked for by GET. */
    static MutableHttpResponse<String> to(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }
}

package org.gardefroid.edge.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gardefroid.edge.face.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the page by the JDK's own server: a few phones at a time, each answer in a moment. */
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int THREADS = 3;
    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;

    static {
        // A phone that has gone out of reach must not keep a thread; read once, by the server's class.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        System.setProperty("jdk.httpserver.maxConnections", "60");
    }

    private final Box box;
    private final Pin pin;
    private final ZoneId zone;
    private final Sessions sessions;
    private final PublicPage publicPage;
    private final CareActions actions;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().daemon().name("page-", 0).factory());

    public PageServer(InetSocketAddress address, Box box, Plan plan, Pin pin, ZoneId zone, SecureRandom random)
            throws IOException {
        this.box = box;
        this.pin = pin;
        this.zone = zone;
        this.sessions = new Sessions(random);
        this.token = sessions.secret();
        this.publicPage = new PublicPage(box, plan, token);
        this.actions = new CareActions(box, () -> "b-" + sessions.secret().substring(0, 10));
        this.server = HttpServer.create(address, THREADS * 10);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        LOG.info("page port={}", server.getAddress().getPort());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange raw) {
        try (raw) {
            Exchange exchange = new Exchange(raw);
            try {
                answer(exchange);
            } catch (Exchange.TooLarge _) {
                exchange.send(413, "text/plain", "too large");
            }
        } catch (IOException e) {
            LOG.debug("a phone went away reason=\"{}\"", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("page failed path={}", raw.getRequestURI().getPath(), e);
        }
    }

    private void answer(Exchange exchange) throws IOException, Exchange.TooLarge {
        Texts texts = Texts.in(exchange.language(), zone);
        switch (exchange.method() + " " + exchange.path()) {
            case "GET /", "HEAD /" -> exchange.page(publicPage.html(texts));
            case "GET /live" -> exchange.html(new LivePart(box, texts).html());
            case "POST /heard" -> pressed(exchange, texts, box::answer);
            case "POST /quiet" -> pressed(exchange, texts, box::quiet);
            case "GET /care" -> care(exchange, texts);
            case "GET /care/live" -> careNow(exchange, texts);
            case "POST /care/pin" -> enter(exchange, texts);
            default -> {
                if (exchange.method().equals("POST") && exchange.path().startsWith("/care/")) {
                    told(exchange, texts, exchange.path().substring("/care/".length()));
                } else {
                    exchange.send(404, "text/plain", "404");
                }
            }
        }
    }

    private void pressed(Exchange exchange, Texts texts, Runnable button)
            throws IOException, Exchange.TooLarge {
        if (!token.equals(exchange.form().get("token"))) {
            exchange.send(FORBIDDEN, "text/plain", texts.say("care.expired"));
            return;
        }
        button.run();
        exchange.redirect(SEE_OTHER, "/?lang=" + texts.locale().getLanguage());
    }

    private void care(Exchange exchange, Texts texts) throws IOException {
        Optional<Sessions.Session> session = session(exchange);
        exchange.page(session
                .map(open -> new CarePage(box, texts, open.token())
                        .html(exchange.query("done").map(_ -> texts.say("care.done"))))
                .orElseGet(() -> CarePage.door(texts, Optional.empty())));
    }

    /** Asked for by the page itself, each second: whoever has gone away is forgotten all the same. */
    private void careNow(Exchange exchange, Texts texts) throws IOException {
        Optional<Sessions.Session> session = exchange.sessionId().flatMap(id -> sessions.asIs(id, box.nowMillis()));
        if (session.isEmpty()) {
            exchange.send(FORBIDDEN, "text/plain", texts.say("care.expired"));
            return;
        }
        exchange.html(new CareNews(box, texts, new StringBuilder(4_096)).live());
    }

    private void enter(Exchange exchange, Texts texts) throws IOException, Exchange.TooLarge {
        switch (pin.attempt(exchange.form().getOrDefault("pin", ""), exchange.from(), box.nowMillis())) {
            case Pin.Attempt.Right() -> {
                exchange.openSession(sessions.open(box.nowMillis()).id());
                exchange.redirect(SEE_OTHER, "/care?lang=" + texts.locale().getLanguage());
            }
            case Pin.Attempt.Wrong() -> {
                LOG.warn("page wrong code");
                exchange.send(FORBIDDEN, "text/html", CarePage.door(texts, Optional.of(texts.say("care.wrong"))));
            }
            case Pin.Attempt.TooMany(long waitMillis) -> exchange.send(429, "text/html",
                    CarePage.door(texts, Optional.of(texts.say("care.wait", waitMillis / 1_000 + 1))));
        }
    }

    private void told(Exchange exchange, Texts texts, String action) throws IOException, Exchange.TooLarge {
        Optional<Sessions.Session> session = session(exchange);
        Map<String, String> form = exchange.form();
        if (session.isEmpty() || !session.get().token().equals(form.get("token"))) {
            exchange.send(FORBIDDEN, "text/html", CarePage.door(texts, Optional.of(texts.say("care.expired"))));
            return;
        }
        if (action.equals("leave")) {
            sessions.close(session.get().id());
            exchange.redirect(SEE_OTHER, "/?lang=" + texts.locale().getLanguage());
            return;
        }
        try {
            actions.take(action, form, texts);
            exchange.redirect(SEE_OTHER, "/care?done=1&lang=" + texts.locale().getLanguage());
        } catch (CareActions.Refused e) {
            exchange.send(422, "text/html", new CarePage(box, texts, session.get().token())
                    .html(Optional.of(texts.say("care.bad", String.valueOf(e.getMessage())))));
        }
    }

    private Optional<Sessions.Session> session(Exchange exchange) {
        return exchange.sessionId().flatMap(id -> sessions.of(id, box.nowMillis()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
